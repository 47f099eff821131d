import { say } from '../../../../contract/words/say.ts'
import type { Handedness } from '../../../../core/hand/hand-frame.ts'
import type { CameraEnds, Opened } from '../open-camera.ts'
import { startTicker } from '../ticker.ts'
import { momentOf, scriptDurationMs, type DemoMoment, type DemoScript } from './demo-script.ts'
import { openDemoScene } from './demo-scene.ts'
import { blendPoses, type HandPose } from './hand-pose.ts'
import { createLedHand, LEADING_CHANNEL, LED, parseLedHandCommand } from './led-hand.ts'
import { poseLibrary } from './pose-library.ts'
import { demoScripts, isDemoScriptName } from './scripts.ts'

const FRAME_MS = 1000 / 30

/** What the hand does, by the time since its first picture. */
interface Playing {
  readonly handedness: Handedness
  momentAt(playedMs: number): DemoMoment
  isOverAt(playedMs: number): boolean
  close(): void
}

/** A camera that needs none: the rendered hand plays a script, once or for ever, or is led. */
export async function openDemoSource(
  scriptName: string,
  loop: boolean,
  ends: CameraEnds,
): Promise<Opened> {
  let firstMs: number | undefined
  const playing = startPlaying(scriptName, loop, () => performance.now() - (firstMs ?? 0))
  if (!playing) {
    const names = [...Object.keys(demoScripts), LED].join(', ')
    const message = say('The demo hand knows no script “{}”. It can play: {}.', scriptName, names)
    return { ok: false, failure: 'unreadable', message }
  }
  const canvas = document.createElement('canvas')
  const scene = await openDemoScene(canvas)
  const stream = canvas.captureStream()
  const track = stream.getVideoTracks()[0]
  if (!track) return { ok: false, failure: 'missing' }

  const stopTicker = startTicker(FRAME_MS, () => {
    const nowMs = performance.now()
    firstMs ??= nowMs
    const playedMs = nowMs - firstMs
    const moment = playing.momentAt(playedMs)
    const { handedness } = playing
    scene.draw(moment.isAway ? undefined : { ...moment, handedness, pose: poseOf(moment) })
    if (playing.isOverAt(playedMs)) {
      stopTicker()
      ends.onOver()
    }
  })
  const close = (): void => {
    stopTicker()
    playing.close()
    track.stop()
    scene.close()
  }
  return { ok: true, camera: { stream, track, label: 'Demo hand', close } }
}

function startPlaying(name: string, loop: boolean, playedMs: () => number): Playing | undefined {
  if (name === LED) return startLed(playedMs)
  if (!isDemoScriptName(name)) return undefined
  const script: DemoScript = demoScripts[name]
  const durationMs = scriptDurationMs(script)
  return {
    handedness: script.handedness,
    momentAt: (atMs) => momentOf(script, loop ? atMs % durationMs : atMs),
    isOverAt: (atMs) => !loop && atMs >= durationMs,
    close: () => undefined,
  }
}

function startLed(playedMs: () => number): Playing {
  const hand = createLedHand()
  const channel = new BroadcastChannel(LEADING_CHANNEL)
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const wish = parseLedHandCommand(data)
    if (wish) hand.command(wish, playedMs())
  }
  return {
    handedness: 'right',
    momentAt: hand.momentAt.bind(hand),
    isOverAt: () => false,
    close: () => {
      channel.close()
    },
  }
}

const poseOf = ({ fromPose, toPose, ratio }: DemoMoment): HandPose =>
  blendPoses(poseLibrary[fromPose], poseLibrary[toPose], ratio)
