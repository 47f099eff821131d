import type { Findings } from '../../core/project/effective-project.ts'
import type { AppStore } from '../app/app-store.svelte.ts'

/** What the host has found out about this user that bears on a project: what the page shows of it is what acts. */
export const storedFindings = (store: AppStore, projectId: string): Findings => ({
  calibrations: store.value('calibrations'),
  thresholds: store.value('thresholds')?.[projectId],
  isWithheld: store.projects.find(({ id }) => id === projectId)?.withheld !== undefined,
})
