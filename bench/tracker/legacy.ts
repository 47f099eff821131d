import { demoFrames } from './demo-frames.ts'
import { cameraFrame, loadFrames } from './loaded-frames.ts'
import type { BenchAnswer, BenchCommand, LoadedFrames } from './commands.ts'
import { pacedRun } from './paced-run.ts'

/** @mediapipe/hands 0.4, the web package before tasks-vision. It runs on the page itself: it knows no workers. */
interface LegacyHands {
  setOptions(options: object): void
  onResults(listen: (results: { multiHandLandmarks: readonly unknown[] }) => void): void
  initialize(): Promise<void>
  send(inputs: { image: HTMLCanvasElement }): Promise<void>
}
type LegacyMaker = new (options: { locateFile: (name: string) => string }) => LegacyHands

const asLegacyMaker = (value: unknown): LegacyMaker => value as LegacyMaker
const Hands = asLegacyMaker(Reflect.get(window, 'Hands'))
const hands = new Hands({ locateFile: (name) => `/legacy/${name}` })
let found = 0
hands.setOptions({ maxNumHands: 2, modelComplexity: 1 })
hands.onResults(({ multiHandLandmarks }) => (found = multiHandLandmarks.length))

let loaded: LoadedFrames = { widthPx: 0, heightPx: 0, frames: [] }
const canvas = document.createElement('canvas')

async function detect(index: number): Promise<{ tookMs: number; hands: number }> {
  const frame = cameraFrame(loaded, index)
  canvas.width = loaded.widthPx
  canvas.height = loaded.heightPx
  canvas.getContext('2d')?.drawImage(frame, 0, 0)
  frame.close()
  const beganMs = performance.now()
  await hands.send({ image: canvas })
  return { tookMs: performance.now() - beganMs, hands: found }
}

async function tell(command: BenchCommand): Promise<BenchAnswer> {
  switch (command.kind) {
    case 'load':
      loaded = await loadFrames(command.source)
      return { kind: 'loaded', frames: loaded.frames.length }
    case 'load-demo':
      loaded = await demoFrames(command.hands)
      return { kind: 'loaded', frames: loaded.frames.length }
    case 'open':
      await hands.initialize()
      return { kind: 'opened' }
    case 'run':
      return pacedRun(command, detect)
  }
}

Object.assign(window, { tell, isReady: true })
