import { openDemoScene } from '../../src/renderer/capture/camera/demo/demo-scene.ts'
import { poseLibrary } from '../../src/renderer/capture/camera/demo/pose-library.ts'
import { i420FromRgba } from '../../src/renderer/capture/tracking/trackers/camera-like.ts'
import type { LoadedFrames } from './commands.ts'

const FRAMES = 60

/** Two seconds of the demo hand going round in a circle, with its mirror image for a second hand, or an empty room. */
export async function demoFrames(hands: 0 | 1 | 2): Promise<LoadedFrames> {
  const scenery = document.createElement('canvas')
  const scene = await openDemoScene(scenery)
  const { width, height } = scenery
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('demoFrames: there is no 2D canvas')
  const frames = Array.from({ length: FRAMES }, (_, index) => {
    const angle = (2 * Math.PI * index) / FRAMES
    const view = {
      handedness: 'right',
      pose: poseLibrary['open-palm'],
      x: 0.7 + 0.08 * Math.cos(angle),
      y: 0.5 + 0.08 * Math.sin(angle),
    } as const
    scene.draw(hands === 0 ? undefined : view)
    context.drawImage(scenery, 0, 0)
    if (hands === 2) {
      context.save()
      context.translate(width, 0)
      context.scale(-1, 1)
      // The picture's left half, where the right hand is, over its right half.
      context.drawImage(scenery, 0, 0, width / 2, height, 0, 0, width / 2, height)
      context.restore()
    }
    return i420FromRgba(context.getImageData(0, 0, width, height).data, width, height)
  })
  scene.close()
  return { widthPx: width, heightPx: height, frames }
}
