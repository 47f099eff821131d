import Sparkles from '@lucide/svelte/icons/sparkles'
import type { PageEntry } from '../../app/page-entry.ts'

export const setupPage: PageEntry<'setup'> = {
  id: 'setup',
  icon: Sparkles,
  title: { en: 'Setup', de: 'Einrichten' },
  load: () => import('./Setup.svelte'),
}
