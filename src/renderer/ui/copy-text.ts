/** Puts a text where it can be pasted from. Our page has no right to the clipboard but by the user's own click. */
export function copyText(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.setAttribute('aria-hidden', 'true')
  area.style.position = 'fixed'
  area.style.opacity = '0'
  document.body.append(area)
  area.select()
  // Deprecated, and the only way that asks for no permission, which our hosts refuse.
  const isCopied = document.execCommand('copy')
  area.remove()
  return isCopied
}
