import type { Request } from '../../../../src/contract/channels/channels.ts'
import { ok, type Result } from '../../../../src/contract/boundary/result.ts'
import { say } from '../../../../src/contract/words/say.ts'
import type { PointerSettings } from '../../../../src/core/pointer/pointer-settings.ts'
import { toType, verbatim } from '../../../../src/core/sentence/sentence.ts'
import type { PointingTestResult } from '../../../../src/contract/channels/pointing-test-channels.ts'
import { shownVideoAddresses } from './watched-video.ts'
import { wholeProject } from './whole-project.ts'

const resultOf = (id: string, settings: PointingTestResult['settings']): PointingTestResult => ({
  ...{ id, takenAtEpochMs: Date.UTC(2026, 0, 5, 10), settings, conditions: [] },
  overall: { throughputBitsPerS: 2.1, errorRatio: 0.077, movementMs: 1120, reentries: 0.31 },
})
/** As the host writes them down. */
const inForce = (pointer: PointerSettings): PointingTestResult['settings'] =>
  Object.fromEntries(
    Object.entries(pointer).map(([name, value]) => [
      `pointer.${name}`,
      typeof value === 'object' ? JSON.stringify(value) : value,
    ]),
  )
const { pointer } = wholeProject()
const SETTINGS = { ...inForce(pointer), tracker: 'native', calibratedHands: 'left and right' }
const OTHER_SETTINGS = {
  ...inForce({
    ...{ enabled: false, hand: 'right', mode: 'absolute', clickSource: 'dwell' },
    ...{ boxHeightPalms: 3, minCutoffHz: 2, beta: 6, dragDelayMs: 600, dragDistancePx: 50 },
    ...{ dragLock: true, scrollInertia: true },
    relative: { pxPerPalm: 500, acceleration: 3, clutch: 'relaxed' },
    dwell: { click: 'double', lockOnMs: 300, dwellMs: 900, radiusPx: 50 },
  }),
  ...{ tracker: 'mediapipe', calibratedHands: 'none' },
  ...{ 'pinch.touchRatio': 0.2, 'pinch.partRatio': 0.4 },
}
const DRAG = { kind: 'pointer.button', button: 'left' } as const
const rule = {
  action: DRAG,
  trigger: { mode: 'once', dwellMs: 300, repeatMs: 0, minScore: 0.8, phase: 'began' },
  companions: [
    { kind: 'held', gesture: 'pose.fist' },
    { kind: 'after', gesture: 'swipe.up' },
    { kind: 'together', gesture: 'pinch.ring' },
  ],
}
const seen = { kind: 'gesture', gesture: 'pinch.index', hand: 'right', score: 0.91, heldMs: 0 }
const OUTCOMES = [
  ...['acted', 'not-engaged', 'switched-off', 'brought', 'too-unsure', 'too-short', 'moved'],
  ...['without-company', 'outdone', 'nothing-there', 'cancelled'],
]
const REASONS = [
  ...['hand-lost', 'body-lost', 'paused', 'disengaged', 'project-switched', 'tracking-stopped'],
  ...['overruled', 'quit'],
]

/** What a host may answer, with something in every place. */
const ANSWERS: Partial<Record<Request, () => object>> = {
  readProject: () => ({
    ...{ project: wholeProject(), revision: '1', origin: 'shipped' },
    inactive: [
      { index: 1, reason: say('gesture "{}" is not known; known are {}', 'a.b', '"a.c"') },
    ],
  }),
  readKeyNames: () => ({ keys: ['ctrl', 'alt', 'c', 'space', 'shift', 'left', 'right'] }),
  saveProject: () => ({ kind: 'saved', revision: '1', inactive: [] }),
  deleteProject: () => ({ undo: 'token' }),
  resetProject: () => ({ undo: 'token' }),
  readDeletedProjects: () => ({ projects: [{ id: 'old', name: 'Mine' }] }),
  importProject: () => ({ id: 'x', name: 'Mine', inactive: [] }),
  readMonitors: () => ({
    monitors: [
      { left: 0, top: 0, width: 2560, height: 1440 },
      { left: 2560, top: 200, width: 1920, height: 1080 },
    ],
  }),
  listPointingTests: () => ({
    results: [resultOf('a', SETTINGS), resultOf('b', OTHER_SETTINGS)],
  }),
  runChecks: () => ({
    folder: '/home/me/.config/beckon',
    about: 'chromium, Node 24',
    checks: [
      { kind: 'ok', name: verbatim('Node'), says: verbatim('24.1') },
      { kind: 'ok', name: say('Camera'), says: verbatim('HD Webcam') },
      {
        ...{ kind: 'limited', name: say('Audio') },
        problem: {
          message: say('No mixer was found; volume gestures do nothing.'),
          fix: say(
            'Switch on a sound device; on Linux install alsa-utils, or pulseaudio-utils for pactl.',
          ),
        },
      },
      {
        ...{ kind: 'failed', name: say('Models') },
        problem: {
          message: say('The model {} is missing.', 'onnx/hand.onnx'),
          fix: toType('npm run models'),
        },
      },
    ],
  }),
  listRecordings: () => ({
    folder: '/home/me/.config/beckon/recordings',
    recordings: [{ name: '2026-01-05T10-00-00', sizeBytes: 2048, changedAtEpochMs: 0 }],
  }),
  replayRecording: () => ({
    ...{ durationMs: 30_000, frames: 90, isSame: false },
    decisions: [
      { kind: 'project', atMs: 0, name: 'Desktop' },
      { kind: 'mode', atMs: 0, mode: 'watching', hint: say('Show a hand to the camera.') },
      { kind: 'hands', atMs: 10, count: 2 },
      { kind: 'mode', atMs: 10_000, mode: 'engaged' },
      {
        ...{ ...seen, atMs: 11_000, phase: 'began', rules: [rule] },
        thresholds: [{ option: 'touchRatio', value: 0.3, unit: 'palm lengths' }],
      },
      ...OUTCOMES.map((outcome, index) => ({
        ...{ kind: 'verdict', atMs: 11_001 + index, gesture: 'pinch.index', hand: 'right', rule },
        ...{ outcome, score: 0.91, heldMs: 100 },
      })),
      {
        ...{ kind: 'action', atMs: 11_050, cause: 'pinch.index', rules: [DRAG] },
        effect: { kind: 'volume.step', stepRatio: 0.1 },
      },
      ...REASONS.map((reason, index) => ({
        ...{ ...seen, atMs: 12_000 + index, phase: 'cancelled', reason, rules: [], thresholds: [] },
      })),
    ],
  }),
  stopRecording: () => ({ name: '2026-01-05T10-00-00', path: '/x' }),
  showVideo: shownVideoAddresses,
}

export const wholeAnswer = (name: Request): Result<unknown> => ok(ANSWERS[name]?.() ?? {})
