import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { failed, ok, type Result } from '../../../contract/boundary/result.ts'
import { say } from '../../../contract/words/say.ts'
import { attemptWrite } from '../../system/storage/explain-write-failure.ts'
import { quarantine } from '../../system/storage/quarantine.ts'
import { lastGoodIn } from './last-good.ts'
import type { ProjectEntry } from './project-store.ts'
import { projectTrash } from './project-trash.ts'

interface Removed {
  readonly id: string
  /** The user's file: where it was, and where it is now; absent when there was none. */
  readonly path: string
  readonly file: string | undefined
  /** What was in force while that file was broken. */
  readonly lastGood: string | undefined
  readonly wasHidden: boolean
}

/** The users' files of deleted and reset projects, kept so that both can be taken back during this run. */
export class RemovedProjects {
  readonly #userDir: string
  readonly #removed = new Map<string, Removed>()

  constructor(userDir: string) {
    this.#userDir = userDir
    void projectTrash(userDir)
      .tidy()
      .catch(() => undefined)
  }

  /** Of those that may be brought back. */
  ids(): readonly string[] {
    return [...this.#removed.values()].map(({ id }) => id)
  }

  /** Moves the user's file of a project out of the way, so that the shipped one or none is left. */
  async putAway(entry: ProjectEntry, wasHidden: boolean): Promise<Result<{ undo: string }>> {
    const { path } = entry
    const { id, name } = entry.project
    const copies = lastGoodIn(this.#userDir)
    const lastGood = await copies.read(id)
    let file: string | undefined
    if (existsSync(path)) {
      const put = await attemptWrite(
        say('“{}” could not be removed', name),
        this.#userDir,
        async () => {
          file = await projectTrash(this.#userDir).put(path)
        },
      )
      if (!put.ok) return put
      await copies.forget(id)
    }
    const undo = randomUUID()
    this.#removed.set(undo, { id, path, file, lastGood, wasHidden })
    return ok({ undo })
  }

  async bringBack(undo: string): Promise<Result<Pick<Removed, 'id' | 'wasHidden'>>> {
    const removed = this.#removed.get(undo)
    if (removed === undefined) return failed(say('This can no longer be undone.'))
    const { id, path, file, lastGood, wasHidden } = removed
    if (file !== undefined) {
      if (existsSync(path)) await quarantine(path)
      const moved = await attemptWrite(
        say('“{}” could not be brought back', id),
        this.#userDir,
        () => rename(file, path),
      )
      if (!moved.ok) return moved
      if (lastGood !== undefined) await lastGoodIn(this.#userDir).store(id, lastGood)
    }
    this.#removed.delete(undo)
    return ok({ id, wasHidden })
  }
}
