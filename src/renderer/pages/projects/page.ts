import LayoutGrid from '@lucide/svelte/icons/layout-grid'
import type { PageEntry } from '../../app/page-entry.ts'

export const projectsPage: PageEntry<'projects'> = {
  id: 'projects',
  icon: LayoutGrid,
  title: { en: 'Projects', de: 'Projekte' },
  load: () => import('./Projects.svelte'),
}
