import type { SideAngle, TrunkAngle } from '../../../core/body/angle-definitions.ts'
import type { BodyPose } from '../../../core/body/body-poses.ts'
import type { AngleWarning, Facing } from '../../../core/body/joint-angles.ts'

export const bodyEnglish = {
  title: 'Body',
  intro: 'Your whole body, as the camera sees it: how far each joint bends, and how often.',
  picture: 'Picture',
  nobody: 'Nobody in view. Step back until your whole body is in the picture.',
  late: (ms: string) => `${ms} ms behind`,
  perSecond: (count: string) => `${count} a second`,
  tracker: 'Body tracker',
  does: 'What the body does',
  poses: {
    none: 'Nothing in particular',
    'arms-up': 'Arms up',
    'arms-crossed': 'Arms crossed',
    'lean-left': 'Leaning to the left',
    'lean-right': 'Leaning to the right',
    squat: 'Squatting',
  } satisfies Record<BodyPose, string>,
  views: {
    front: 'Seen from the front',
    side: 'Seen from the side',
    back: 'Seen from behind',
  } satisfies Record<Facing['view'], string>,
  squats: {
    title: 'Squats',
    count: (count: string) => `Squats: ${count}`,
    down: 'Down. Stand up again.',
    up: 'Bend your knees until your thighs are nearly level.',
    unknown: 'Stand up straight once, then it counts.',
    reset: 'Count anew',
  },
  angles: {
    title: 'Angles',
    intro: 'Choose up to six to be plotted. Straight is 0°, bending counts up.',
    left: 'Left',
    right: 'Right',
    joints: {
      elbow: 'Elbow',
      shoulder: 'Shoulder',
      wrist: 'Wrist',
      hip: 'Hip',
      knee: 'Knee',
      ankle: 'Ankle',
    } satisfies Record<SideAngle, string>,
    trunk: {
      neck: 'Neck',
      trunk: 'Trunk',
      trunkSideways: 'Trunk sideways',
      trunkForward: 'Trunk forwards',
    } satisfies Record<TrunkAngle, string>,
    sides: { left: 'left', right: 'right' },
    guessed: 'not to be relied on',
    unseen: 'not seen',
    chart: 'The last 15 seconds, degrees',
    warnings: {
      hidden: 'is hidden',
      outside: 'is outside the picture',
      'towards-camera': 'points towards the camera, where depth is a guess: turn a little',
    } satisfies Record<AngleWarning, string>,
    warned: (names: string, why: string) => `${names}: ${why}.`,
  },
  recording: {
    title: 'Record',
    intro:
      'Where your joints are and how they bend, never a picture. It stays here until you save it.',
    start: 'Record',
    stop: 'Stop',
    running: (seconds: string) => `Recording, ${seconds} s`,
    none: 'Nothing is recorded yet.',
    done: (seconds: string, count: string) => `${seconds} s, ${count} pictures`,
    empty: 'Nobody was seen in it.',
    csv: 'Save angles (CSV)',
    json: 'Save all (JSON)',
    lines: 'Save all (JSON lines)',
  },
} as const
