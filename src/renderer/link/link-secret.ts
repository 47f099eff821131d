const KEY = 'beckon.link'

/**
 * The secret with which this page gets in: at first the one-time token in its address, which is then taken out of sight;
 * later the one that the app handed out, kept for this tab only so that a reload comes back.
 */
export interface LinkSecret {
  current(): string | undefined
  replace(secret: string): void
}

export function openLinkSecret(
  location: Location = window.location,
  storage: Storage = window.sessionStorage,
): LinkSecret {
  const token = new URLSearchParams(location.hash.slice(1)).get('token')
  if (token !== null) {
    storage.setItem(KEY, token)
    history.replaceState(null, '', location.pathname + location.search)
  }
  return {
    current: () => storage.getItem(KEY) ?? undefined,
    replace: (secret) => storage.setItem(KEY, secret),
  }
}
