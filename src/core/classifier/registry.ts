import { bodyPose } from './body-pose.ts'
import type { ClassifierEntry } from './classifier.ts'
import { exercise } from './exercise.ts'
import { fingerCount } from './finger-count.ts'
import { pinch } from './pinch.ts'
import { pose } from './pose.ts'
import { signLetters } from './sign-letters.ts'
import { swipe } from './swipe.ts'
import { twoHands } from './two-hands.ts'

/** Every classifier that ships, in the order in which they are read: what overrules comes before what it overrules. */
export const classifiers: readonly ClassifierEntry[] = [
  twoHands,
  pinch,
  swipe,
  pose,
  fingerCount,
  signLetters,
  bodyPose,
  exercise,
]

export const classifierById = (id: string): ClassifierEntry | undefined =>
  classifiers.find((entry) => entry.id === id)
