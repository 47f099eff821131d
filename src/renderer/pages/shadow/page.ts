import Ghost from '@lucide/svelte/icons/ghost'
import type { PageEntry } from '../../app/page-entry.ts'

export const shadowPage: PageEntry<'shadow'> = {
  id: 'shadow',
  icon: Ghost,
  title: { en: 'Shadow mode', de: 'Schattenbetrieb' },
  load: () => import('./Shadow.svelte'),
}
