import type { Findings } from '../../core/project/effective-project.ts'
import type { AppStore } from './app-store.svelte.ts'

/** What the host has found out about this user that bears on a project: what the page shows of it is what acts. */
export const findingsFor = (
  { calibrations, thresholds }: Pick<AppStore, 'calibrations' | 'thresholds'>,
  projectId: string,
): Findings => ({ calibrations, thresholds: thresholds[projectId] })
