import { languageFor, speakWith, type SpokenLanguage } from '../contract/language.ts'
import type { SettingsStore } from './projects/settings-store.ts'

/** From here on this process speaks as people chose, or as their system does. Hears of every change. */
export function speakOwnLanguage(
  settings: SettingsStore,
  onChange: () => void,
  systemLocale: string = new Intl.DateTimeFormat().resolvedOptions().locale,
): void {
  const wanted = (): SpokenLanguage => languageFor([settings.current().language, systemLocale])
  let spoken = wanted()
  speakWith(() => spoken)
  settings.onChange(() => {
    const next = wanted()
    if (next === spoken) return
    spoken = next
    onChange()
  })
}
