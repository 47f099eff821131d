import Activity from '@lucide/svelte/icons/activity'
import type { PageEntry } from '../../app/page-entry.ts'

export const diagnosticsPage: PageEntry<'diagnostics'> = {
  id: 'diagnostics',
  icon: Activity,
  title: { en: 'Diagnostics', de: 'Diagnose' },
  load: () => import('./Diagnostics.svelte'),
}
