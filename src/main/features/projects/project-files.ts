import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { failed, type Result } from '../../../contract/boundary/result.ts'
import { MOST_IMPORT_BYTES } from '../../../contract/channels/project-channels.ts'
import { say } from '../../../contract/words/say.ts'
import type { Project } from '../../../core/project/project.ts'
import { attemptWrite } from '../../system/storage/explain-write-failure.ts'
import { quarantine } from '../../system/storage/quarantine.ts'
import { writeAtomically } from '../../system/storage/write-atomically.ts'
import type { ProjectEntry } from './project-store.ts'
import { editedText, projectText } from './project-text.ts'

/** The user's project files, each written whole or not at all. The store has to read them again afterwards. */
export class ProjectFiles {
  readonly #userDir: string

  constructor(userDir: string) {
    this.#userDir = userDir
  }

  has(id: string): boolean {
    return existsSync(this.#pathOf(id))
  }

  write({ id, name }: Pick<Project, 'id' | 'name'>, text: string): Promise<Result<void>> {
    // What is written has to be read again.
    if (Buffer.byteLength(text) > MOST_IMPORT_BYTES) {
      return Promise.resolve(failed(say('{} is too large to be a project.', `“${name}”`)))
    }
    return attemptWrite(say('“{}” could not be saved', name), this.#userDir, async () => {
      await mkdir(this.#userDir, { recursive: true })
      await writeAtomically(this.#pathOf(id), text)
    })
  }

  /** What somebody wrote by hand is kept: a broken file beside the new one, a good one's form within it. */
  async overwrite(entry: ProjectEntry, project: Project): Promise<Result<void>> {
    if (entry.problem !== undefined) await quarantine(entry.path)
    const text =
      entry.origin === 'shipped'
        ? projectText(project)
        : editedText(entry.text, entry.project, project)
    return this.write(project, text)
  }

  #pathOf(id: string): string {
    return join(this.#userDir, `${id}.json`)
  }
}
