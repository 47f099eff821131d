import { basename, join } from 'node:path'
import { z } from 'zod'
import {
  calibrationsSchema,
  type CalibrationsView,
} from '../../../contract/channels/calibration-channels.ts'
import {
  pointingTestResultSchema,
  type PointingTestResult,
} from '../../../contract/channels/pointing-test-channels.ts'
import { say } from '../../../contract/words/say.ts'
import { shadowThresholdSchema } from '../../../contract/channels/shadow-channels.ts'
import type { StageProblem } from '../../../contract/channels/status.ts'
import type { Thresholds } from '../../../core/project/thresholds.ts'
import type { Sentence } from '../../../core/sentence/sentence.ts'
import type { ShadowLedger } from '../../../core/tuning/shadow-ledger.ts'
import {
  openPersistedValue,
  type PersistedParts,
  type PersistedValue,
} from '../../system/storage/persisted-value.ts'

/** What was found out about the user and the room, each in a file of its own in Beckon's folder. */
export interface TuningStore {
  readonly calibrations: PersistedValue<CalibrationsView>
  readonly shadow: PersistedValue<ShadowFile>
  readonly pointingTests: PersistedValue<readonly PointingTestResult[]>
  problems(): readonly StageProblem[]
}

export interface ShadowFile {
  readonly budgetPerHour: number
  /** By the id of the project. */
  readonly projects: Readonly<Record<string, ShadowOfProject>>
}

export interface ShadowOfProject {
  readonly ledger: ShadowLedger
  readonly thresholds: Thresholds
}

const DEFAULT_BUDGET_PER_HOUR = 2
const gesture = z.templateLiteral([z.string(), '.', z.string()])
const firing = z.strictObject({ peakScore: z.number(), heldMs: z.number() })

const shadowSchema: z.ZodType<ShadowFile> = z.strictObject({
  budgetPerHour: z.number().min(0),
  projects: z.record(
    z.string(),
    z.strictObject({
      ledger: z.strictObject({
        watchedMs: z.number().min(0),
        firings: z.record(
          gesture,
          z.strictObject({ count: z.number().int().min(0), newest: z.array(firing) }),
        ),
      }),
      thresholds: z.record(gesture, shadowThresholdSchema),
    }),
  ),
})

export async function openTuning(dataDir: string): Promise<TuningStore> {
  const [calibrations, shadow, pointingTests] = await Promise.all([
    openFile(say('Your calibration'), {
      path: join(dataDir, 'calibrations.json'),
      schema: calibrationsSchema,
      empty: {},
    }),
    openFile<ShadowFile>(say('What shadow mode counted'), {
      path: join(dataDir, 'shadow.json'),
      schema: shadowSchema,
      empty: { budgetPerHour: DEFAULT_BUDGET_PER_HOUR, projects: {} },
    }),
    openFile<readonly PointingTestResult[]>(say('The list of pointing tests'), {
      path: join(dataDir, 'pointing-tests.json'),
      schema: z.array(pointingTestResultSchema),
      empty: [],
    }),
  ])
  return {
    calibrations,
    shadow,
    pointingTests,
    problems: () => [calibrations, shadow, pointingTests].flatMap((file) => file.problems()),
  }
}

/** `what` is what people lose with it. */
const openFile = <Value>(
  what: Sentence,
  parts: Omit<PersistedParts<Value>, 'words'>,
): Promise<PersistedValue<Value>> =>
  openPersistedValue({
    ...parts,
    words: {
      unread: (reason) => say('{} cannot be read ({}): {}', what, basename(parts.path), reason),
      broken: (aside) =>
        say('{} was not readable and starts afresh; the old file is {}.', what, aside),
      unwritten: say('{} holds until Beckon ends, but could not be remembered', what),
    },
  })
