import type { PinchLimits } from '../../../core/classifier/pinch.ts'
import type {
  DwellSettings,
  PointerSettings,
  RelativeSettings,
} from '../../../core/pointer/pointer-settings.ts'

type SettingName =
  | 'project'
  | 'tracker'
  | 'calibratedHands'
  | `pointer.${Exclude<keyof PointerSettings, 'relative' | 'dwell'>}`
  | `pointer.relative.${keyof RelativeSettings}`
  | `pointer.dwell.${keyof DwellSettings}`
  | `pinch.${keyof PinchLimits}`

export const pointingEnglish = {
  title: 'Pointing test',
  intro:
    'How well you point, measured as ISO 9241-411 does: tap the filled circle, then the next, as fast as you can without missing. Three circles, about a minute.',
  start: 'Start the test',
  stop: 'Stop',
  again: 'Test again',
  export: 'Export as CSV',
  remove: 'Delete this result',
  saving: 'Working out the figures.',
  reading: 'Reading earlier results.',
  pad: 'Targets of the pointing test',
  round: (round: number, rounds: number) => `Circle ${round} of ${rounds}`,
  target: (tapped: number, targets: number) => `${tapped} of ${targets} tapped`,
  begin: 'Tap the filled circle to begin.',
  throughput: 'Throughput',
  throughputUnit: 'bits/s',
  errors: 'Missed',
  time: 'Time per target',
  reentries: 'Came back in',
  reference:
    'To compare: a mouse gives 3.8 to 4.6 bits/s, a touchpad with taps 2.3, a bare hand in the air up to 3.9.',
  results: 'Earlier results',
  none: 'No test was taken yet. Take one, change a setting, take another: what you tune is measured then.',
  when: 'When',
  bySettings: 'Compared by settings',
  settings: 'Settings',
  sameSettings: 'as they are now',
  missed: (percent: string) => `${percent} % missed`,
  tests: (count: number) => (count === 1 ? '1 test' : `${count} tests`),
  /** Names of the settings that a test was taken under, as people say them. */
  settingNames: {
    project: 'Project',
    tracker: 'Tracker',
    calibratedHands: 'Fitted hands',
    'pointer.enabled': 'Pointing',
    'pointer.hand': 'Hand',
    'pointer.boxHeightPalms': 'Reach',
    'pointer.minCutoffHz': 'Steadiness',
    'pointer.beta': 'Quickness',
    'pointer.dragDelayMs': 'Drag delay',
    'pointer.dragDistancePx': 'Drag distance',
    'pointer.dragLock': 'Drag lock',
    'pointer.scrollInertia': 'Scrolling on',
    'pointer.mode': 'Way of pointing',
    'pointer.clickSource': 'Clicks by',
    'pointer.relative.pxPerPalm': 'Speed',
    'pointer.relative.acceleration': 'Acceleration',
    'pointer.relative.clutch': 'Lifted by',
    'pointer.dwell.click': 'Keeping still clicks',
    'pointer.dwell.lockOnMs': 'Locks on after',
    'pointer.dwell.dwellMs': 'Clicks after',
    'pointer.dwell.radiusPx': 'How still',
    'pinch.touchRatio': 'Tips touch below',
    'pinch.partRatio': 'Tips have parted above',
  } satisfies Record<SettingName, string>,
  /** What settings were set to, where that is no number and no name. */
  settingValues: {
    true: 'on',
    false: 'off',
    left: 'left',
    right: 'right',
    middle: 'middle',
    either: 'either',
    none: 'none',
    'left and right': 'both',
    absolute: 'as on a screen',
    relative: 'as on a trackpad',
    gesture: 'gestures',
    dwell: 'keeping still',
    both: 'both',
    double: 'double',
    drag: 'drag',
    fist: 'a fist',
    relaxed: 'a relaxed hand',
    native: 'native',
    mediapipe: 'MediaPipe',
  },
} as const
