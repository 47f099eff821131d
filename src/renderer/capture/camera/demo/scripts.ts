import type { DemoScript, DemoStep } from './demo-script.ts'
import { poseLibrary, type PoseName } from './pose-library.ts'

const centre = { x: 0.62, y: 0.58 }
const hold = (forMs: number): DemoStep => ({ forMs })
const pose = (name: PoseName, forMs: number): DemoStep => ({ forMs, pose: name })
const move = (x: number, y: number, forMs: number): DemoStep => ({ forMs, to: { x, y } })
const away = (forMs: number): DemoStep => ({ forMs, isAway: true })

/** Long enough to be taken for the engaging gesture at four tracked frames a second. */
const engage: readonly DemoStep[] = [hold(3000)]
const script = (...steps: readonly DemoStep[]): DemoScript => ({
  handedness: 'right',
  start: centre,
  pose: 'open-palm',
  steps: [...engage, ...steps],
})

const circle: readonly DemoStep[] = [
  pose('point', 500),
  hold(500),
  { forMs: 12000, circle: { radius: 0.08, turns: 2 } },
  hold(500),
]
// Closing takes 200 ms and lasts 300 ms: a quick click, and still two or more frames for a tracker at ten a second.
const pinch = (shape: PoseName): readonly DemoStep[] => [
  pose('pinch-index-open', 400),
  hold(800),
  pose(shape, 200),
  hold(300),
  pose('pinch-index-open', 200),
  hold(1000),
]
const grab: readonly DemoStep[] = [
  pose('pinch-index-open', 400),
  hold(800),
  pose('pinch-index', 200),
  hold(300),
]
const drag: readonly DemoStep[] = [
  ...grab,
  move(0.74, 0.64, 1800),
  hold(400),
  pose('pinch-index-open', 200),
  hold(800),
]
const scroll: readonly DemoStep[] = [
  pose('pinch-index-open', 400),
  hold(400),
  pose('pinch-two', 250),
  hold(300),
  move(0.62, 0.46, 1500),
  hold(300),
  pose('pinch-index-open', 250),
  hold(300),
]
const times = (count: number, steps: readonly DemoStep[]): readonly DemoStep[] =>
  Array.from({ length: count }, () => steps).flat()
const swipeLeft: readonly DemoStep[] = [
  move(0.74, 0.58, 900),
  hold(400),
  move(0.36, 0.58, 350),
  hold(500),
  move(0.62, 0.58, 1500),
  hold(400),
]
/** Back by way of a fist: straight from a thumb that points down, the hand would pass one that points up. */
const thumbs = (shape: PoseName): readonly DemoStep[] => [
  pose(shape, 700),
  hold(2500),
  pose('fist', 400),
  pose('relaxed', 400),
]

const spell = (...shapes: readonly PoseName[]): readonly DemoStep[] =>
  shapes.flatMap((shape) => [pose(shape, 400), hold(2000)])

/** What the demo hand can play. Every script begins with the open palm that takes control. */
export const demoScripts = {
  tour: script(
    ...swipeLeft,
    ...circle,
    ...pinch('pinch-index'),
    ...drag,
    move(0.62, 0.58, 800),
    ...scroll,
    move(0.62, 0.58, 800),
    ...thumbs('thumbs-up'),
    ...thumbs('thumbs-down'),
    away(3000),
  ),
  circle: script(...circle, away(1000)),
  click: script(...pinch('pinch-index'), hold(500), away(1000)),
  'click-right': script(...pinch('pinch-middle'), hold(500), away(1000)),
  drag: script(...drag, away(1000)),
  'drag-lost': script(...grab, move(0.74, 0.64, 1800), away(3000)),
  scroll: script(...scroll, away(1000)),
  /** Drag after drag, each for seconds, and still for long enough to be seen by a slow tracker: for what happens meanwhile. */
  'drag-on': script(
    ...times(30, [
      pose('pinch-index-open', 400),
      hold(1500),
      pose('pinch-index', 200),
      hold(2500),
      move(0.68, 0.61, 2000),
      move(0.62, 0.58, 2000),
      pose('pinch-index-open', 200),
      hold(600),
    ]),
    away(1000),
  ),
  swipe: script(...swipeLeft, away(1000)),
  volume: script(...thumbs('thumbs-up'), hold(500), away(1000)),
  /** L, I, L, Y: a word for the project that types letters. */
  spell: script(...spell('letter-l', 'letter-i', 'letter-l', 'letter-y'), away(1500)),
  still: script(pose('point', 500), hold(8000), away(1000)),
  rest: script(pose('relaxed', 600), hold(10000), away(1000)),
  /** Every shape in turn, held for a second: for looking at, and for checking the tracker. */
  poses: script(
    ...(Object.keys(poseLibrary) as readonly PoseName[]).flatMap((name) => [
      pose(name, 500),
      hold(1000),
    ]),
    away(1000),
  ),
} as const satisfies Readonly<Record<string, DemoScript>>

export type DemoScriptName = keyof typeof demoScripts
export const isDemoScriptName = (name: string): name is DemoScriptName =>
  Object.hasOwn(demoScripts, name)
