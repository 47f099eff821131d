import { ok } from '../../../contract/boundary/result.ts'
import { MOST_IMPORT_BYTES } from '../../../contract/channels/project-channels.ts'
import { readUserFile } from '../../../node/user-file.ts'

/** The text of a copy that is kept of a project's file; undefined where there is none that can be read. */
export async function readProjectText(path: string): Promise<string | undefined> {
  const file = await readUserFile(path, MOST_IMPORT_BYTES, (text) => ok(text))
  return file.kind === 'read' ? file.value : undefined
}
