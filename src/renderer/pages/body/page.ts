import PersonStanding from '@lucide/svelte/icons/person-standing'
import type { PageEntry } from '../../app/page-entry.ts'

export const bodyPage: PageEntry<'body'> = {
  id: 'body',
  icon: PersonStanding,
  title: { en: 'Body', de: 'Körper' },
  load: () => import('./BodyPage.svelte'),
}
