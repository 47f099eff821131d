import { languageFor, speakWith, type SpokenLanguage } from '../../contract/words/language.ts'
import type { AppStore } from './app-store.svelte.ts'

/** The language of this window: what people chose, or the system's. Whatever shows words shows them anew when it changes. */
export function followChosenLanguage(store: AppStore): { readonly language: SpokenLanguage } {
  const language = $derived(languageFor([store.settings.language, ...navigator.languages]))
  speakWith(() => language)
  return {
    get language() {
      return language
    },
  }
}
