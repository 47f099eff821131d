import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  createDispatcher,
  type Dispatcher,
} from '../../../src/main/system/output/queue/dispatcher.ts'
import {
  openSystemSinks,
  type SystemSinks,
} from '../../../src/main/system/output/sinks/system-sinks.ts'
import { appStage, type AppStage } from '../../support/app-stage.ts'
import { until } from '../../support/until.ts'
import { missingPrograms, startX, type XDisplay } from '../../support/x11.ts'

const missing = missingPrograms('Xvfb', 'xdotool', 'xrandr')

/** A real X server whose screen is split in two: one monitor at the left, a larger one at the right and lower. */
describe.skipIf(missing.length > 0)(
  `two monitors on X (needs ${missing.join(', ') || 'nothing more'})`,
  () => {
    let x: XDisplay
    let system: SystemSinks
    let dispatcher: Dispatcher
    let stage: AppStage

    beforeAll(async () => {
      x = await startX('2000x1000x24')
      await x.xrandr('--setmonitor', 'left', '800/200x600/150+0+0', 'screen')
      await x.xrandr('--setmonitor', 'right', '1200/300x800/200+800+200', 'none')
      vi.stubEnv('DISPLAY', x.name)
      system = await openSystemSinks()
      const { desktop, sinks, readDesktop } = system
      dispatcher = createDispatcher({ sinks, desktop, nowMs: () => performance.now() })
      stage = await appStage({
        services: {
          desktop,
          dispatcher,
          readDesktop,
          pointerPosition: () => sinks.pointer.position(),
        },
      })
    }, 60_000)
    afterAll(async () => {
      await stage.close()
      await system.close()
      await x.close()
      vi.unstubAllEnvs()
    })

    const corners = [
      [0, 0],
      [799, 0],
      [0, 599],
      [800, 200],
      [1999, 200],
      [800, 999],
      [1999, 999],
    ] as const

    it('are known by place and size', () => {
      expect(system.desktop).toEqual({
        ...{ left: 0, top: 0, width: 2000, height: 1000 },
        monitors: [
          { left: 0, top: 0, width: 800, height: 600 },
          { left: 800, top: 200, width: 1200, height: 800 },
        ],
      })
    })
    it.each(corners)('have a corner at %d, %d that the pointer reaches', async (px, py) => {
      dispatcher.dispatch({
        effect: { kind: 'pointer.move', to: { x: px, y: py } },
        atMs: 0,
        cause: 'test',
      })
      await dispatcher.idle()
      expect(await x.pointer()).toEqual({ x: px, y: py })
    })
    it.each([
      [1500, 50, 1500, 200],
      [300, 950, 300, 599],
    ])('have nothing at %d, %d: the pointer stays on the nearest', async (px, py, atX, atY) => {
      dispatcher.dispatch({
        effect: { kind: 'pointer.move', to: { x: px, y: py } },
        atMs: 0,
        cause: 'test',
      })
      await dispatcher.idle()
      expect(await x.pointer()).toEqual({ x: atX, y: atY })
    })
    it('let go of a drag when one is unplugged, and point on what is left', async () => {
      await stage.hands(700, { shape: 'relaxed', at: [0.65, 0.55] })
      await stage.hands(1300, { shape: 'pinch-index', at: [0.65, 0.55] })
      expect(dispatcher.held().buttons).toEqual(['left'])
      await x.xrandr('--delmonitor', 'right')
      await until('the button to be let go', () => dispatcher.held().buttons.length === 0)
      await stage.hands(400, { shape: 'relaxed', at: [0.65, 0.55] })
      await stage.hands(1200, { shape: 'relaxed', at: [0.98, 0.9] })
      stage.wait(100)
      await dispatcher.idle()
      const { x: px, y: py } = await x.pointer()
      expect([px < 800, py < 600]).toEqual([true, true])
    })
  },
)
