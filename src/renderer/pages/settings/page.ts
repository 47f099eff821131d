import Settings from '@lucide/svelte/icons/settings'
import type { PageEntry } from '../../app/page-entry.ts'

export const settingsPage: PageEntry<'settings'> = {
  id: 'settings',
  icon: Settings,
  title: { en: 'Settings', de: 'Einstellungen' },
  load: () => import('./Settings.svelte'),
}
