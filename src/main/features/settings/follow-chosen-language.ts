import { languageFor, speakWith, type SpokenLanguage } from '../../../contract/words/language.ts'
import type { SettingsStore } from '../../system/storage/settings-store.ts'

/** From here on this process speaks as people chose, or as their system does. `onSpoken` hears of the language now and of every other. */
export function followChosenLanguage(
  settings: Pick<SettingsStore, 'follow'>,
  onSpoken: () => void,
  systemLocale: string = new Intl.DateTimeFormat().resolvedOptions().locale,
): void {
  let spoken: SpokenLanguage | undefined
  settings.follow(({ language }) => {
    const wanted = languageFor([language, systemLocale])
    if (wanted === spoken) return
    spoken = wanted
    speakWith(() => wanted)
    onSpoken()
  })
}
