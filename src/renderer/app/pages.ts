/** Every page of the window, in the order of the rail. Setup and what follows are about Beckon, not about control. */
export const PAGES = [
  'live',
  'projects',
  'gestures',
  'practice',
  'body',
  'videos',
  'setup',
  'pointing',
  'shadow',
  'diagnostics',
  'settings',
] as const
export type PageId = (typeof PAGES)[number]

/** The page that an address names after its `#/`; Live when it names none that there is. */
export function pageOfHash(hash: string): PageId {
  return PAGES.find((page) => hash === `#/${page}`) ?? 'live'
}
