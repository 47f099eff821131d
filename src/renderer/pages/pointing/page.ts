import Crosshair from '@lucide/svelte/icons/crosshair'
import type { PageEntry } from '../../app/page-entry.ts'

export const pointingPage: PageEntry<'pointing'> = {
  id: 'pointing',
  icon: Crosshair,
  title: { en: 'Pointing test', de: 'Zeigetest' },
  load: () => import('./Pointing.svelte'),
}
