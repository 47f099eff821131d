import BookA from '@lucide/svelte/icons/book-a'
import type { PageEntry } from '../../app/page-entry.ts'

export const practicePage: PageEntry<'practice'> = {
  id: 'practice',
  icon: BookA,
  title: { en: 'Practice', de: 'Üben' },
  load: () => import('./Practice.svelte'),
}
