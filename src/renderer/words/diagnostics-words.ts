import type { StageProblem } from '../../contract/status.ts'
import type { Stage } from '../state/stage-watch.svelte.ts'

export const diagnosticsWords = {
  title: 'Diagnostics',
  intro: 'How well it runs here, and what to do where it does not.',
  rates: {
    title: 'Pictures per second',
    tracked: 'Looked at',
    camera: 'From the camera',
    dropped: 'Dropped',
    none: 'The camera is off.',
    said: (tracked: number, camera: number) =>
      `${Math.round(tracked)} of ${Math.round(camera)} pictures a second are looked at.`,
  },
  stages: {
    title: 'Where the time goes',
    names: {
      wait: 'Waiting for the tracker',
      detect: 'Finding the hand',
      pointer: 'From the picture to the pointer',
    } satisfies Record<Stage, string>,
    half: 'half within',
    most: '95 % within',
    none: 'nothing yet',
    longer: 'and more',
    past: 'more than is shown',
  },
  problems: {
    title: 'What does not work now',
    none: 'Nothing is wrong.',
    severities: {
      low: 'small',
      medium: 'in the way',
      high: 'stops something',
      fatal: 'stops everything',
    } satisfies Record<StageProblem['severity'], string>,
  },
  checks: {
    title: 'Checks',
    run: 'Check again',
    running: 'Checking.',
    ok: 'Works',
    limited: 'Works without',
    failed: 'Does not work',
    folder: 'Kept in',
    copy: 'Copy a report',
    copied: 'Copied. It names no picture, no landmark and nothing you typed.',
    notCopied: 'It could not be copied.',
  },
  recordings: {
    title: 'Recordings',
    intro:
      'The joints of your hand and every decision, never a picture. A file to find out why something happened, and to send with a report.',
    start: 'Record',
    stop: 'Stop recording',
    since: 'Recording for',
    none: 'There is no recording yet.',
    open: 'Look at',
    remove: 'Delete',
    close: 'Close',
    replaying: 'Playing it through.',
    same: 'Everything comes out as it did live.',
    different:
      'Some things come out differently from how they did live: settings or Beckon itself have changed since.',
    frames: 'pictures',
    time: 'Time',
    lanes: { modes: 'State', gestures: 'Gestures', actions: 'Done' },
    modes: { paused: 'Paused', watching: 'Watching', engaged: 'Engaged' },
    sure: 'Sure',
    ended: 'ended',
    cancelled: 'cancelled',
    nothing: 'Nothing at this moment.',
    rule: 'Rule',
    noRule: 'Nothing is bound to it.',
    thresholds: 'Thresholds',
    in: 'kept in',
  },
} as const
