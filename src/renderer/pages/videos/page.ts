import Film from '@lucide/svelte/icons/film'
import type { PageEntry } from '../../app/page-entry.ts'

export const videosPage: PageEntry<'videos'> = {
  id: 'videos',
  icon: Film,
  title: { en: 'Videos', de: 'Videos' },
  load: () => import('./Videos.svelte'),
}
