import { openDemoScene } from './demo-scene.ts'
import { poseLibrary } from './pose-library.ts'

/** The demo hand, open and in the middle: a picture that every tracker finds a hand in. */
export async function demoPicture(): Promise<ImageBitmap> {
  const canvas = document.createElement('canvas')
  const scene = await openDemoScene(canvas)
  try {
    scene.draw({ handedness: 'right', pose: poseLibrary['open-palm'], x: 0.5, y: 0.5 })
    return await createImageBitmap(canvas)
  } finally {
    scene.close()
  }
}
