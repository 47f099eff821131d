import { languageFor, speakWith, type Language } from '../../../contract/words/language.ts'
import type { SettingsStore } from '../../system/storage/settings-store.ts'

/** From here on this process speaks as people chose, or as their system does. Hears of every change. */
export function speakOwnLanguage(
  settings: SettingsStore,
  onChange: () => void,
  systemLocale: string = new Intl.DateTimeFormat().resolvedOptions().locale,
): void {
  const wanted = (): Language => languageFor([settings.current().language, systemLocale])
  let spoken = wanted()
  speakWith(() => spoken)
  settings.onChange(() => {
    const next = wanted()
    if (next === spoken) return
    spoken = next
    onChange()
  })
}
