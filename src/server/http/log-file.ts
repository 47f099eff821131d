import { inBackground } from '../../contract/boundary/faults.ts'
import { chmod, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import roll, { type RollingFile } from 'pino-roll'
import { messageOf } from '../../contract/boundary/error-message.ts'

/** Lines of a log in files that are changed when they are full. Its trouble is its own: the service goes on. */
export interface LogFile {
  /** Loses the line while the files cannot be written. Never throws. */
  write(line: string): void
  /** Why nothing is written now; undefined when all is well. */
  trouble(): string | undefined
}

const NAME = 'beckon-serve'
/** Addresses and names of videos are nobody else's business. */
const OURS_ALONE = { folder: 0o700, file: 0o600 } as const
/** A full disk is looked at again as often. */
const TRY_AGAIN_MS = 60_000

/** Rejects never. `onTrouble` hears once of each trouble, which `tryAgainMs` later may be over. */
export async function openLogFile(
  folder: string,
  onTrouble: (why: string) => void,
  tryAgainMs = TRY_AGAIN_MS,
): Promise<LogFile> {
  let file: RollingFile | undefined
  let trouble: string | undefined
  let nextTryMs = 0
  const fail = (error: unknown): void => {
    file?.destroy()
    file = undefined
    nextTryMs = performance.now() + tryAgainMs
    const isNews = trouble === undefined
    trouble = `log files in ${folder} cannot be written: ${messageOf(error)}`
    if (isNews) onTrouble(trouble)
  }
  const open = async (): Promise<void> => {
    nextTryMs = Number.POSITIVE_INFINITY
    try {
      const opened = await openRolling(folder)
      // Kept for good: what was being written when it failed may fail once more.
      opened.on('error', fail)
      opened.on('write', () => {
        trouble = undefined
      })
      file = opened
    } catch (error) {
      fail(error)
    }
  }
  await open()
  return {
    write: (line) => {
      if (file !== undefined) file.write(line)
      else if (performance.now() >= nextTryMs) inBackground('service', open())
    },
    trouble: () => trouble,
  }
}

async function openRolling(folder: string): Promise<RollingFile> {
  await mkdir(folder, { recursive: true, mode: OURS_ALONE.folder })
  const entries = await readdir(folder, { withFileTypes: true })
  const old = entries.filter((entry) => entry.isFile() && entry.name.startsWith(`${NAME}.`))
  await Promise.all(old.map(({ name }) => chmod(join(folder, name), OURS_ALONE.file)))
  const limits = { size: '10m', limit: { count: 5 } }
  return roll({ file: join(folder, NAME), ...limits, mode: OURS_ALONE.file })
}
