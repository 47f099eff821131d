import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ok, type Result } from '../../../contract/boundary/result.ts'
import type { TrustAnswer } from '../../../contract/channels/project-channels.ts'
import type { StageProblem } from '../../../contract/channels/status.ts'
import { say } from '../../../contract/words/say.ts'
import { projectSchema } from '../../../contract/project-file/project-schema.ts'
import type { Project } from '../../../core/project/project.ts'
import { openPersistedValue, type PersistedWords } from '../../system/storage/persisted-value.ts'
import { lastGoodIn } from './last-good.ts'
import { parseProject } from './parse-project.ts'
import { fingerprintOf } from './project-fingerprint.ts'

type Nothing = Record<never, never>

/** What the user said to the restricted parts of projects: to exactly these, of this project. */
export interface ProjectTrust {
  /** Undefined: nobody was asked about what it holds now. */
  answerOf(project: Project): TrustAnswer | undefined
  /** In force at once; answers when it is on disk, or why it is not. Undefined takes an answer back. */
  give(project: Project, answer: TrustAnswer | undefined): Promise<Result<Nothing>>
  /** What was wrong with the file when it was read: then nothing is allowed. */
  problems(): readonly StageProblem[]
  /** Resolves when nothing waits to be written any more. */
  settled(): Promise<void>
}

/** Of more projects than these the oldest answers are forgotten, and asked for again. */
const MOST_ANSWERS = 1000

const trustFile = z.strictObject({
  version: z.literal(1),
  answers: z.array(
    z.strictObject({
      id: z.string().max(64),
      fingerprint: z.string().length(64),
      answer: z.enum(['allowed', 'left-off']),
    }),
  ),
})
type TrustFile = z.infer<typeof trustFile>

const WORDS: PersistedWords = {
  unread: (reason) => say('Which projects you allowed cannot be read, so none is: {}', reason),
  broken: (aside) =>
    say('Which projects you allowed was not readable, so none is; the old file is {}.', aside),
  unwritten: say('{} holds until Beckon ends, but could not be remembered', say('Your answer')),
}

/**
 * Opens `project-trust.json`. At the first start of a Beckon that asks, what an earlier one had in force goes on: it kept a copy
 * of every file that it read (`.last-good`), and what is still as it was then was the user's own for as long as they had it.
 * What no Beckon has read yet is asked about, as is everything when the file is broken.
 */
export async function openProjectTrust(parts: {
  readonly dataDir: string
  readonly userDir: string
  readonly isKey: (name: string) => boolean
}): Promise<ProjectTrust> {
  const path = join(parts.dataDir, 'project-trust.json')
  const isFirstStart = !existsSync(path) && !existsSync(asideOf(path))
  const file = await openPersistedValue<TrustFile>({
    path,
    schema: trustFile,
    empty: { version: 1, answers: [] },
    words: WORDS,
    indentSpaces: 2,
  })
  // Also an empty one is written, so that no later start takes itself for the first.
  if (isFirstStart) await file.change({ version: 1, answers: await formerly(parts) })
  else if (!existsSync(path)) await file.change(file.current())
  return {
    answerOf: (project) => {
      const fingerprint = fingerprintOf(project)
      const given = file.current().answers.find(({ id }) => id === project.id)
      return given?.fingerprint === fingerprint ? given?.answer : undefined
    },
    give: (project, answer) => {
      const answers = withAnswer(file.current().answers, project, answer)
      if (answers === undefined) return Promise.resolve(ok({}))
      return file.change({ version: 1, answers })
    },
    problems: () => file.problems(),
    settled: () => file.settled(),
  }
}

/** The first name under which a broken one is kept (`quarantine`). */
const asideOf = (path: string): string => path.replace(/\.json$/, '.broken-1.json')

/** Undefined where nothing would change. */
function withAnswer(
  answers: TrustFile['answers'],
  project: Project,
  answer: TrustAnswer | undefined,
): TrustFile['answers'] | undefined {
  const { id } = project
  const fingerprint = fingerprintOf(project)
  const before = answers.find((one) => one.id === id)
  const others = answers.filter((one) => one !== before)
  if (fingerprint === undefined || answer === undefined) return before && others
  if (before?.fingerprint === fingerprint && before.answer === answer) return undefined
  return [...others, { id, fingerprint, answer }].slice(-MOST_ANSWERS)
}

/** What a Beckon from before there were questions had in force. */
async function formerly({
  userDir,
  isKey,
}: {
  readonly userDir: string
  readonly isKey: (name: string) => boolean
}): Promise<TrustFile['answers']> {
  const schema = projectSchema(isKey)
  const copies = await lastGoodIn(userDir).all()
  return copies.flatMap(({ id, text }) => {
    const parsed = parseProject(text, id, schema)
    const fingerprint = parsed.ok ? fingerprintOf(parsed.project) : undefined
    return fingerprint === undefined ? [] : [{ id, fingerprint, answer: 'allowed' as const }]
  })
}
