import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { inEnglish } from '../../../src/core/sentence/sentence.ts'
import {
  openSystemSinks,
  type SystemSinks,
} from '../../../src/main/system/output/sinks/system-sinks.ts'
import { appStage, type AppStage } from '../../support/app-stage.ts'
import { until } from '../../support/until.ts'
import { missingPrograms, startX, type XDisplay } from '../../support/x11.ts'

const missing = missingPrograms('Xvfb', 'xdotool')

describe.skipIf(missing.length > 0)(
  `an X server that goes (needs ${missing.join(', ') || 'nothing more'})`,
  () => {
    let x: XDisplay
    let system: SystemSinks
    let stage: AppStage
    let asked = 0

    beforeAll(async () => {
      x = await startX()
      vi.stubEnv('DISPLAY', x.name)
      system = await openSystemSinks()
      const pointerPosition = async () => {
        const at = await system.sinks.pointer.position()
        asked += 1
        return at
      }
      stage = await appStage({ services: { desktop: system.desktop, pointerPosition } })
    }, 60_000)
    afterAll(async () => {
      await stage.close()
      await system.close()
      vi.unstubAllEnvs()
    })

    it('is said, and Beckon is in control no longer', async () => {
      const { stateStore, session } = stage.app
      session.setMode('engaged')
      await until('the display to answer', () => asked > 0, 20_000)
      expect(stateStore.current().mode).toBe('engaged')
      await x.close()
      await until('the pause', () => stateStore.current().mode === 'paused', 30_000)
      expect(stateStore.current().problems.map(({ message }) => inEnglish(message))).toContain(
        'The display is gone: the pointer cannot be moved and no key pressed. Beckon pauses.',
      )
    }, 60_000)
  },
)
