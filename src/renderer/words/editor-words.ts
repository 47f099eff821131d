import { inLanguages } from '../../contract/language.ts'
import { editorGerman } from './de/editor.ts'
import { editorEnglish } from './en/editor.ts'
import type { Trigger } from '../../core/project/project.ts'
import { decimal, whole } from './numbers.ts'

export const editorWords = inLanguages({ en: editorEnglish, de: editorGerman })

/** When a binding acts, in a few words; empty for a plain one. */
export function triggerWords({ mode, phase, dwellMs, repeatMs }: Trigger): string {
  const words = editorWords.when
  const every = mode === 'repeat' ? words.every(whole(repeatMs)) : ''
  const held = dwellMs > 0 ? words.held(decimal(dwellMs / 1000, 1)) : ''
  return [words.modes[mode], every, held, words.phases[phase]].filter(Boolean).join(', ')
}
