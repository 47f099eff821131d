import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { loudnessBackend } from '../../../../src/main/system/output/volume/loudness-backend.ts'
import { pactlBackend } from '../../../../src/main/system/output/volume/pactl-backend.ts'
import { openSystemSinks } from '../../../../src/main/system/output/sinks/system-sinks.ts'
import { createVolumeSink } from '../../../../src/main/system/output/volume/volume-sink.ts'
import { wpctlBackend } from '../../../../src/main/system/output/volume/wpctl-backend.ts'
import { startPulse, type PulseServer } from '../../../support/pulse.ts'
import { missingPrograms } from '../../../support/x11.ts'

const missing = missingPrograms('pulseaudio', 'pactl', 'amixer')
const backends = [
  ['loudness', () => [loudnessBackend(), wpctlBackend(), pactlBackend()]],
  ['pactl', () => [pactlBackend()]],
] as const

describe.skipIf(missing.length > 0)(
  `the volume of a real sound server (needs ${missing.join(', ') || 'nothing more'})`,
  () => {
    let pulse: PulseServer

    beforeAll(async () => {
      pulse = await startPulse()
      for (const [name, value] of Object.entries(pulse.env)) vi.stubEnv(name, value)
    }, 20_000)
    afterAll(async () => {
      vi.unstubAllEnvs()
      await pulse.close()
    })

    describe.each(backends)('through %s', (name, open) => {
      it('is set, stepped, clamped, muted and read', async () => {
        const volume = createVolumeSink(open())
        await volume.set(0.4)
        expect(volume.backendName()).toBe(name)
        expect(await pulse.level()).toEqual({ percent: 40, isMuted: false })
        await volume.step(0.15)
        expect(await volume.read()).toEqual({ levelRatio: 0.55, isMuted: false })
        await volume.step(-0.9)
        expect(await pulse.level()).toEqual({ percent: 0, isMuted: false })
        await volume.set(1)
        await volume.step(0.1)
        expect(await pulse.level()).toEqual({ percent: 100, isMuted: false })
        await volume.mute('toggle')
        expect(await pulse.level()).toEqual({ percent: 100, isMuted: true })
        await volume.mute(true)
        expect(await volume.read()).toEqual({ levelRatio: 1, isMuted: true })
        await volume.mute('toggle')
        await volume.mute(false)
        expect(await pulse.level()).toEqual({ percent: 100, isMuted: false })
      })
    })

    describe('without any mixer', () => {
      const server = (): string => pulse.env['PULSE_SERVER'] ?? ''
      beforeEach(() => void vi.stubEnv('PULSE_SERVER', 'unix:/nowhere'))
      afterEach(() => void vi.stubEnv('PULSE_SERVER', server()))

      it('says which ones were looked for, and finds one that comes later', async () => {
        const volume = createVolumeSink([pactlBackend()])
        await expect(volume.set(0.5)).rejects.toThrow(/No mixer was found \(pactl: /)
        vi.stubEnv('PULSE_SERVER', server())
        await volume.set(0.5)
        expect(await pulse.level()).toEqual({ percent: 50, isMuted: false })
      })

      it('is changed once the sound server has come, when Beckon was there first', async () => {
        vi.stubEnv('DISPLAY', '')
        const system = await openSystemSinks()
        expect(system.problems.map(({ message }) => message)).toContainEqual(
          'The volume cannot be changed: no mixer was found.',
        )
        await expect(system.sinks.volume.set(0.3)).rejects.toThrow('No mixer was found')
        vi.stubEnv('PULSE_SERVER', server())
        await system.sinks.volume.set(0.3)
        expect(await pulse.level()).toEqual({ percent: 30, isMuted: false })
        await system.sinks.volume.step(0.1)
        expect(await pulse.level()).toEqual({ percent: 40, isMuted: false })
        await system.close()
      })
    })

    it('a server that hangs is not waited for, and is used again once it answers', async () => {
      const volume = createVolumeSink([loudnessBackend(), pactlBackend()])
      await volume.set(0.5)
      pulse.freeze()
      await expect(volume.step(0.1)).rejects.toThrow('loudness does not answer')
      pulse.thaw()
      await vi.waitFor(() => volume.set(0.2), { timeout: 10_000, interval: 200 })
      expect(await pulse.level()).toEqual({ percent: 20, isMuted: false })
    }, 30_000)
  },
)
