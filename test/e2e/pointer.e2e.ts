import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoTruth } from '../../src/renderer/capture/camera/demo/demo-truth.ts'
import { demoScripts } from '../../src/renderer/capture/camera/demo/scripts.ts'
import { missingPrograms, startX, type XDisplay } from '../support/x11.ts'
import { startBeckon, type Beckon } from './support/beckon.ts'
import { correlation, median } from './support/demo-time.ts'
import { tracePointer, type PointerSample } from './support/pointer-trace.ts'

const missing = missingPrograms('Xvfb', 'xdotool', 'chromium')
const LEAST_PER_S = 22
const skip = missing.length > 0 && `needs ${missing.join(', ')}`
let display: XDisplay

before(async () => {
  if (!skip) display = await startX()
})
after(() => display?.close())

test('the real pointer follows the circle that the demo hand draws', { skip }, async (t) => {
  const trace = tracePointer(display.name)
  const beckon = await startBeckon({
    args: ['--camera', 'demo:circle'],
    env: { DISPLAY: display.name },
  })
  try {
    assert.equal(await beckon.ended(90_000), 0, beckon.said())
    const places = pointedAt(beckon)
    const perS =
      (places.length - 1) / (((places.at(-1)?.atMs ?? 0) - (places[0]?.atMs ?? 0)) / 1000)
    // A demo hand that is drawn late shows where it was: its own time says no more where it is.
    if (perS < LEAST_PER_S) {
      t.skip(`this machine kept only ${perS.toFixed(1)} of 30 frames a second`)
      return
    }
    const best = bestFollowing(places)
    console.log(
      `circle: correlation x ${best.x.toFixed(4)}, y ${best.y.toFixed(4)}, ${best.lagMs} ms behind`,
    )
    assert.ok(best.x >= 0.99 && best.y >= 0.99, `correlation ${best.x}, ${best.y}`)
    const besidePx = median(places.map((place) => nearestPx(place, trace.samples)))
    console.log(`circle: the real pointer passes ${besidePx.toFixed(1)} px beside these places`)
    assert.ok(besidePx <= 10, `${besidePx} px beside`)
    const jump = largestJump(places)
    console.log(`circle: largest step in a thirtieth of a second ${jump.toFixed(1)} px`)
    assert.ok(jump <= 80, `a jump of ${jump} px`)
  } finally {
    trace.stop()
    await beckon.close()
  }
})

/** When the script's circle begins and ends, ms after its first picture. */
function circleSpan(): { readonly fromMs: number; readonly toMs: number } {
  let fromMs = 0
  for (const step of demoScripts.circle.steps) {
    if (step.circle !== undefined) return { fromMs, toMs: fromMs + step.forMs }
    fromMs += step.forMs
  }
  throw new Error('the script has no circle')
}

interface Place {
  /** The camera frame's time: how busy the machine is makes no difference to it. */
  readonly atMs: number
  readonly x: number
  readonly y: number
}

/** Where the pointer was sent while the hand drew its circle. */
function pointedAt({ events }: Beckon): readonly Place[] {
  const { fromMs, toMs } = circleSpan()
  const places = events
    .filter(({ action, atMs }) => action === 'pointer.move' && atMs > fromMs && atMs < toMs)
    .map(({ atMs, to }) => ({ atMs, ...(to as { x: number; y: number }) }))
  assert.ok(places.length > 20, `only ${places.length} pointer places during the circle`)
  return places
}

/** The pointer is behind the hand, and the hand's time began before the camera's: the lag that fits best is taken. */
function bestFollowing(places: readonly Place[]): { x: number; y: number; lagMs: number } {
  let best = { x: -1, y: -1, lagMs: 0 }
  for (let lagMs = -1000; lagMs <= 1000; lagMs += 5) {
    const truth = places.map(({ atMs }) => demoTruth(demoScripts.circle, atMs - lagMs).position)
    const along = (axis: 'x' | 'y'): number =>
      correlation(
        places.map((place) => place[axis]),
        truth.map((place) => place[axis]),
      )
    const [x, y] = [along('x'), along('y')]
    if (Math.min(x, y) > Math.min(best.x, best.y)) best = { x, y, lagMs }
  }
  return best
}

function nearestPx(place: Place, samples: readonly PointerSample[]): number {
  return Math.min(...samples.map(({ x, y }) => Math.hypot(x - place.x, y - place.y)))
}

/** What a busy machine leaves out makes longer steps in a longer time. */
function largestJump(places: readonly Place[]): number {
  return places.slice(1).reduce((most, place, index) => {
    const before = places[index] ?? place
    const frames = Math.max(1, (place.atMs - before.atMs) / (1000 / 30))
    return Math.max(most, Math.hypot(place.x - before.x, place.y - before.y) / frames)
  }, 0)
}
