import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Puts a project into a data folder as one of the user's own, which an earlier Beckon had in force: all of it acts without a
 * question. Before the first start in that folder.
 */
export async function putOwnProject(
  dataDir: string,
  project: { readonly id: string; readonly name?: string },
): Promise<void> {
  const text = JSON.stringify(project)
  for (const folder of ['projects', join('projects', '.last-good')]) {
    await mkdir(join(dataDir, folder), { recursive: true })
    await writeFile(join(dataDir, folder, `${project.id}.json`), text)
  }
}
