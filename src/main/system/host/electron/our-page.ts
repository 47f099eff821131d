/** The app's own scheme: a secure context without a server, so that the camera works and no port is open. */
export const SCHEME = 'beckon'
export const ORIGIN = `${SCHEME}://app`
export const WINDOW_URL = `${ORIGIN}/index.html`
export const OVERLAY_URL = `${ORIGIN}/overlay.html`

/** Whether an address is one of ours: what is not never gets the camera, a port or a place in a window. */
export function isOurPage(url: string): boolean {
  try {
    const { protocol, host } = new URL(url)
    return `${protocol}//${host}` === ORIGIN
  } catch {
    return false
  }
}

/** Whether the page may load it: our own files, and what the page itself made. */
export function isOurResource(url: string): boolean {
  return isOurPage(url) || /^(blob:beckon:\/\/app\/|data:|devtools:)/.test(url)
}

/** Whether an address leads to this server, whatever the path. */
export function isAt(url: string, server: string): boolean {
  return url === server || url.startsWith(`${server}/`)
}

/** The camera, for our page, without the microphone; nothing else, ever. */
export function isPermitted(
  permission: string,
  pageUrl: string,
  mediaTypes: readonly string[] | undefined,
): boolean {
  if (permission !== 'media' || !isOurPage(pageUrl)) return false
  return mediaTypes?.length === 1 && mediaTypes[0] === 'video'
}
