import type { SpokenLanguage } from '../../contract/words/language.ts'
import type { Settings } from '../../contract/channels/settings.ts'

/** Puts on the page what people chose about its look. What they left to the system stays with the style sheets. */
export function applySettings(
  root: HTMLElement,
  { theme, motion, scale }: Settings,
  language: SpokenLanguage,
): void {
  root.lang = language
  setOrDrop(root, 'data-theme', theme === 'system' ? undefined : theme)
  setOrDrop(root, 'data-motion', motion === 'system' ? undefined : motion)
  root.style.fontSize = scale === 1 ? '' : `${scale * 100}%`
  root.style.setProperty('--target', `${44 * scale}px`)
}

function setOrDrop(root: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) root.removeAttribute(name)
  else root.setAttribute(name, value)
}
