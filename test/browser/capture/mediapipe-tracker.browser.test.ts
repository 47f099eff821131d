import { expect, test } from 'vitest'
import type { TrackerCommand } from '../../../src/contract/channels/status.ts'
import { openDemoScene } from '../../../src/renderer/capture/camera/demo/demo-scene.ts'
import { poseLibrary } from '../../../src/renderer/capture/camera/demo/pose-library.ts'
import { askTracker, fullModel } from '../../support/page/ask-tracker.ts'
import { say } from '../../../src/contract/words/say.ts'
import { toType as commandLine, verbatim } from '../../../src/core/sentence/sentence.ts'

const command: TrackerCommand = { ...fullModel, delegate: 'gpu' }

async function rightHand(): Promise<ImageBitmap> {
  const canvas = document.createElement('canvas')
  const scene = await openDemoScene(canvas)
  scene.draw({ handedness: 'right', pose: poseLibrary['open-palm'], x: 0.6, y: 0.5 })
  const picture = await createImageBitmap(canvas)
  scene.close()
  return picture
}

test('falls back to the CPU when the GPU refuses, and finds the hand', async () => {
  const answer = await askTracker({ command, hasBrokenGpu: true, pictures: [await rightHand()] })
  expect(answer.status).toEqual({ kind: 'ready', name: 'mediapipe', delegate: 'cpu' })
  expect(answer.triedDelegates).toEqual(['gpu', 'cpu'])
  // An unmirrored picture: the user's right hand is named right, and is left of the picture's middle.
  const [hand, ...others] = answer.hands[0] ?? []
  expect([hand?.handedness, others.length]).toEqual(['right', 0])
  expect(hand?.landmarks[9]?.x).toBeCloseTo(0.4, 1)
  expect([hand?.landmarks.length, hand?.world.length]).toEqual([21, 21])
})

test('says that tracking cannot start when its program is missing', async () => {
  const { status } = await askTracker({ wasmUrl: new URL('/nowhere', location.href).href })
  expect(status).toMatchObject({
    kind: 'failed',
    message: say(
      '{} could not start. Its program or its model may be damaged.',
      say('Hand tracking'),
    ),
  })
})

test('names a damaged model and the command that rebuilds it', async () => {
  const url = URL.createObjectURL(new Blob(['this is no model']))
  const { status } = await askTracker({ command: { ...command, model: { kind: 'found', url } } })
  expect(status).toMatchObject({
    kind: 'failed',
    message: expect.objectContaining({ args: expect.arrayContaining([say('is damaged')]) }),
    fix: commandLine('npm run models'),
  })
})

test('passes on why the host found no model', async () => {
  const model = {
    kind: 'broken',
    message: verbatim('It is truncated.'),
    fix: commandLine('npm run models'),
  } as const
  const { status } = await askTracker({ command: { ...command, model } })
  expect(status).toEqual({
    kind: 'failed',
    name: 'mediapipe',
    message: verbatim('It is truncated.'),
    fix: commandLine('npm run models'),
  })
})
