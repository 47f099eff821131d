import { globSync } from 'node:fs'
import { landmarksOfImages, landmarksOfVideo } from './support/landmarks.ts'
const D = '/work/shared/data/'
for (const [g, p] of [
  ['asl_images/massey5signers/*/*', 0.35],
  ['asl_images/{aditi,kishore017,longhong,msl_photo,muneeb,rakshanjali,xardous}/*/*', 0],
  ['digit_images/{ardamavi,msl_photo}/*/*', 0],
  ['digit_images/massey5signers/*/*', 0.35],
  ['people_images/*/*/*', 0],
] as const) {
  const f = globSync(D + g)
  const r = await landmarksOfImages(f, {
    padRatio: p,
    onProgress: (a, b) => {
      if (a % 500 === 0) console.log(g, a, b)
    },
  })
  console.log(g, f.length, r.filter((x) => x && x.hands.length).length)
}
for (const v of [
  'golden/asl_hand.25fps.mp4',
  'gesture/mp_open_palm.mp4',
  'gesture/mp_thumb_up.mp4',
  'negative/typing_laptop.mp4',
]) {
  const r = await landmarksOfVideo(D + 'videos/' + v)
  console.log(v, r.length)
}
