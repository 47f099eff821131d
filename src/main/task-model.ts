import type { TrackerOrder } from '../contract/status.ts'
import { command } from '../core/sentence.ts'
import { checkModel } from './diagnostics/models.ts'

/** Where the page finds a model of tasks-vision, or why there is none. */
export async function taskModel(
  resourcesDir: string,
  file: string,
): Promise<TrackerOrder['model']> {
  const model = await checkModel(resourcesDir, file)
  if (model.ok) return { kind: 'found', url: `/models/${file}` }
  const { message, fix } = model.problem
  return { kind: 'broken', message, fix: fix ?? command('npm run models') }
}
