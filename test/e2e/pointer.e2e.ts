import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoTruth } from '../../src/renderer/camera/demo/demo-truth.ts'
import { demoScripts } from '../../src/renderer/camera/demo/scripts.ts'
import { missingPrograms, startX, type XDisplay } from '../support/x11.ts'
import { startBeckon } from './support/beckon.ts'
import { correlation, firstFrameEpochMs } from './support/demo-time.ts'
import { tracePointer } from './support/pointer-trace.ts'

const missing = missingPrograms('Xvfb', 'xdotool', 'chromium')
const skip = missing.length > 0 && `needs ${missing.join(', ')}`
let display: XDisplay

before(async () => {
  if (!skip) display = await startX()
})
after(() => display?.close())

test('the real pointer follows the circle that the demo hand draws', { skip }, async () => {
  const trace = tracePointer(display.name)
  const beckon = await startBeckon({
    args: ['--camera', 'demo:circle'],
    env: { DISPLAY: display.name },
  })
  try {
    assert.equal(await beckon.ended(90_000), 0, beckon.said())
    const originMs = firstFrameEpochMs(beckon, trace.samples)
    const circle = circleSpan()
    const best = bestFollowing(trace.samples, originMs, circle)
    console.log(
      `circle: correlation x ${best.x.toFixed(4)}, y ${best.y.toFixed(4)}, ${best.lagMs} ms behind`,
    )
    assert.ok(best.x >= 0.99 && best.y >= 0.99, `correlation ${best.x}, ${best.y}`)
    const jump = largestJump(beckon.events, circle)
    console.log(`circle: largest step between frames ${jump.toFixed(1)} px`)
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

/** The pointer is always behind the hand; how far is measured, not judged, so the lag that fits best is taken. */
function bestFollowing(
  samples: readonly { atMs: number; x: number; y: number }[],
  originMs: number,
  { fromMs, toMs }: { fromMs: number; toMs: number },
): { x: number; y: number; lagMs: number } {
  const during = samples.filter(({ atMs }) => atMs > originMs + fromMs && atMs < originMs + toMs)
  assert.ok(during.length > 20, `only ${during.length} pointer places during the circle`)
  let best = { x: -1, y: -1, lagMs: 0 }
  for (let lagMs = 0; lagMs <= 600; lagMs += 10) {
    const truth = during.map(
      ({ atMs }) => demoTruth(demoScripts.circle, atMs - originMs - lagMs).position,
    )
    const x = correlation(
      during.map((sample) => sample.x),
      truth.map((place) => place.x),
    )
    const y = correlation(
      during.map((sample) => sample.y),
      truth.map((place) => place.y),
    )
    if (Math.min(x, y) > Math.min(best.x, best.y)) best = { x, y, lagMs }
  }
  return best
}

function largestJump(
  events: readonly { readonly atMs: number; readonly [field: string]: unknown }[],
  { fromMs, toMs }: { fromMs: number; toMs: number },
): number {
  const places = events
    .filter(({ action, atMs }) => action === 'pointer.move' && atMs > fromMs && atMs < toMs)
    .map(({ to }) => to as { x: number; y: number })
  return places.slice(1).reduce((most, place, index) => {
    const before = places[index] ?? place
    return Math.max(most, Math.hypot(place.x - before.x, place.y - before.y))
  }, 0)
}
