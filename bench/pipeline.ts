import { createPipeline } from '../src/core/pipeline/pipeline.ts'
import type { HandFrame } from '../src/core/hand/hand-frame.ts'
import { createDispatcher } from '../src/main/system/output/queue/dispatcher.ts'
import { createDryRunSinks } from '../src/main/system/output/sinks/dry-run-sinks.ts'
import { makeFrame, makeHand } from '../test/support/hand/make-hand.ts'
import { pinchShape } from '../test/support/hand/shapes.ts'
import { DESKTOP, shippedProject } from '../test/support/hand/stage.ts'

/*
 * Everything after the landmarks, per frame of two hands that move, pinch, drag and pose: filter, classifiers, recognisers,
 * bindings, and the dispatcher with sinks that do nothing. `npm run bench -- pipeline`
 *
 * All classifiers run, although the shipped projects need fewer. Heap growth compares the heap after a collection at one
 * tenth and at the end of the run, so that nothing but what is kept counts; it needs `node --expose-gc`.
 */
const FRAMES = 100_000
const LOOP_MS = 6000
const FRAME_MS = 1000 / 30

const project = { ...shippedProject('desktop') }
const everything = { ...project, classifiers: { ...project.classifiers, 'finger-count': {} } }
const frames = loopOfFrames()

const pipeline = createPipeline({
  project: everything,
  desktop: DESKTOP,
  isEngagedPinned: true,
  mode: 'engaged',
})
const dispatcher = createDispatcher({
  sinks: createDryRunSinks(),
  desktop: DESKTOP,
  nowMs: () => performance.now(),
})
const tookMs = new Float64Array(FRAMES)
let effects = 0
let gestures = 0
let heapEarlyKb = 0
for (let index = 0; index < FRAMES; index += 1) {
  const frame = frames[index % frames.length]
  if (frame === undefined) throw new Error('bench: expected a frame')
  const next = { ...frame, sequence: index, atMs: index * FRAME_MS }
  const startMs = performance.now()
  const output = pipeline.step(next)
  for (const caused of output.effects) dispatcher.dispatch(caused)
  tookMs[index] = performance.now() - startMs
  effects += output.effects.length
  gestures += output.gestures.length
  // The dispatcher's lanes run between frames, as they do in the app.
  if (index % frames.length === 0) await dispatcher.idle()
  if (index === FRAMES / 10) heapEarlyKb = heapKb()
}
await dispatcher.close()
const heapGrowthKb = Math.round(heapKb() - heapEarlyKb)

const sorted = tookMs.toSorted()
const at = (ratio: number): number => sorted[Math.floor((FRAMES - 1) * ratio)] ?? Number.NaN
const round = (ms: number): number => Math.round(ms * 10_000) / 10_000
const figures = { medianMs: round(at(0.5)), p99Ms: round(at(0.99)), heapGrowthKb }
console.log(`${FRAMES} frames of two hands: ${gestures} gesture events, ${effects} effects`)
console.table([
  { what: 'median', ms: figures.medianMs, bar: 0.1 },
  { what: '95 %', ms: round(at(0.95)), bar: '' },
  { what: '99 %', ms: figures.p99Ms, bar: 0.5 },
  { what: 'slowest', ms: round(at(1)), bar: '' },
])
console.log(`heap growth after the first tenth: ${heapGrowthKb} KB`)
console.log(JSON.stringify({ bench: 'pipeline', figures }))

/** Six seconds: one hand circles, clicks and drags, the other goes through the poses. */
function loopOfFrames(): readonly HandFrame[] {
  const poses = ['relaxed', 'thumbs-up', 'fist', 'victory', 'open-palm', 'ok'] as const
  return Array.from({ length: Math.round(LOOP_MS / FRAME_MS) }, (_, index) => {
    const seconds = (index * FRAME_MS) / 1000
    const closed = Math.max(0, Math.min(1, 2.5 * Math.sin(seconds * Math.PI * 2 * 0.5)))
    const circle = seconds * Math.PI
    return makeFrame(index * FRAME_MS, [
      makeHand({
        shape: pinchShape('index', closed),
        at: [0.65 + 0.08 * Math.cos(circle), 0.5 + 0.08 * Math.sin(circle)],
      }),
      makeHand({
        handedness: 'left',
        shape: poses[Math.floor(seconds)] ?? 'relaxed',
        at: [0.25, 0.5],
      }),
    ])
  })
}

function heapKb(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1024
}
