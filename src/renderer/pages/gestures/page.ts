import Hand from '@lucide/svelte/icons/hand'
import type { PageEntry } from '../../app/page-entry.ts'

export const gesturesPage: PageEntry<'gestures'> = {
  id: 'gestures',
  icon: Hand,
  title: { en: 'Gestures', de: 'Gesten' },
  load: () => import('./Gestures.svelte'),
}
