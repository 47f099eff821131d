import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Stage } from '../../../src/contract/channels/status.ts'
import { openHandPage, type HandPage } from '../../support/app-by-hand/hand-page.ts'
import { THROWS } from '../../support/app-by-hand/throw-in-stage.ts'
import { until } from '../../support/until.ts'
import { missingPrograms, startX, type XDisplay } from '../../support/x11.ts'
import { FAULT_PROJECT } from '../../support/app-by-hand/fault-project.ts'
import { watchHeld, type HeldOnX } from '../../support/held-on-x.ts'

const missing = missingPrograms('Xvfb', 'xdotool')
const AT = [0.62, 0.55] as const
const FEATURES: readonly Stage[] = [
  ...([
    'camera',
    'tracking',
    'body',
    'letters',
    'project',
    'tuning',
    'recordings',
    'videos',
  ] as const),
  ...(['service', 'settings', 'diagnostics', 'command-line', 'host', 'link'] as const),
]

describe.skipIf(missing.length > 0)(
  `what fails while a drag is held (needs ${missing.join(', ') || 'nothing more'})`,
  () => {
    let x: XDisplay
    let held: HeldOnX
    let page: HandPage

    beforeAll(async () => {
      x = await startX()
      held = await watchHeld(x.name)
      page = await openHandPage(x.name, FAULT_PROJECT)
      await page.comeBack()
    })
    afterAll(async () => {
      await page.close()
      held.close()
      await x.close()
    })

    const drag = async (): Promise<void> => {
      await until('a drag', async () => {
        page.show({ shape: 'relaxed', at: AT })
        await page.wait(350)
        page.show({ shape: 'pinch-index', at: AT })
        await page.wait(700)
        return (await held.read()).length > 0
      })
    }
    const told = (line: string): number => page.told().split(line).length - 1

    it.each(FEATURES)('in %s is told once with its stage, and the drag goes on', async (stage) => {
      await drag()
      const before = await held.read()
      for (const how of [...THROWS, ...THROWS]) page.order({ kind: 'throw', stage, how })
      const lines = THROWS.map((how) =>
        how === 'child' || how === 'stream'
          ? `${stage}: Error: ${how === 'child' ? 'spawn' : 'ENOENT'}`
          : `${stage}: Error: thrown on purpose: ${how}`,
      )
      await until('every fault to be told', () => lines.every((line) => told(line) > 0))
      await page.wait(100)

      expect(lines.map(told)).toEqual(lines.map(() => 1))
      expect(await held.read()).toEqual(before)
      expect(page.app.exitCode).toBeNull()
      page.show({ shape: 'relaxed', at: AT })
      await until('the drag to end', async () => (await held.read()).length === 0)
    })

    it('in control lets go of everything, and ends the app', async () => {
      await drag()
      const ended = once(page.app, 'exit')
      page.order({ kind: 'throw', stage: 'control', how: 'timer' })
      await ended

      expect(await held.read()).toEqual([])
      expect(page.told()).toContain('thrown on purpose: timer')
    })
  },
)
