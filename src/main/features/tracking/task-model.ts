import type { TrackerCommand } from '../../../contract/channels/status.ts'
import { toType } from '../../../core/sentence/sentence.ts'
import { checkModel } from '../../shared/model-check.ts'

/** Where the page finds a model of tasks-vision, or why there is none. */
export async function taskModel(
  resourcesDir: string,
  file: string,
): Promise<TrackerCommand['model']> {
  const model = await checkModel(resourcesDir, file)
  if (model.ok) return { kind: 'found', url: `/models/${file}` }
  const { message, fix } = model.problem
  return { kind: 'broken', message, fix: fix ?? toType('npm run models') }
}
