import type { CameraEnds, Opened } from '../open-camera.ts'
import { startTicker } from '../ticker.ts'
import { momentOf, scriptDurationMs, type DemoMoment, type DemoScript } from './demo-script.ts'
import { openDemoScene } from './demo-scene.ts'
import { blendPoses, type HandPose } from './hand-pose.ts'
import { poseLibrary } from './pose-library.ts'
import { demoScripts, isDemoScriptName } from './scripts.ts'

const FRAME_MS = 1000 / 30

/** A camera that needs none: the rendered hand plays a script, once or for ever. */
export async function openDemoSource(
  scriptName: string,
  loop: boolean,
  ends: CameraEnds,
): Promise<Opened> {
  if (!isDemoScriptName(scriptName)) {
    const names = Object.keys(demoScripts).join(', ')
    const message = `The demo hand knows no script “${scriptName}”. It can play: ${names}.`
    return { ok: false, failure: 'unreadable', message }
  }
  const script: DemoScript = demoScripts[scriptName]
  const durationMs = scriptDurationMs(script)
  const canvas = document.createElement('canvas')
  const scene = await openDemoScene(canvas)
  const stream = canvas.captureStream()
  const track = stream.getVideoTracks()[0]
  if (!track) return { ok: false, failure: 'missing' }

  let firstMs: number | undefined
  const stopTicker = startTicker(FRAME_MS, () => {
    const nowMs = performance.now()
    firstMs ??= nowMs
    const playedMs = nowMs - firstMs
    const moment = momentOf(script, loop ? playedMs % durationMs : playedMs)
    scene.draw(
      moment.isAway
        ? undefined
        : { ...moment, handedness: script.handedness, pose: poseOf(moment) },
    )
    if (!loop && playedMs >= durationMs) {
      stopTicker()
      ends.onOver()
    }
  })
  const close = (): void => {
    stopTicker()
    track.stop()
    scene.close()
  }
  return { ok: true, camera: { stream, track, label: 'Demo hand', close } }
}

const poseOf = ({ fromPose, toPose, ratio }: DemoMoment): HandPose =>
  blendPoses(poseLibrary[fromPose], poseLibrary[toPose], ratio)
