import { windowWords } from '../../contract/words/window-words.ts'
import { editorEnglish } from './editor-words.en.ts'
import type { Trigger } from '../../core/project/project.ts'
import { decimal, whole } from '../ui/numbers.ts'

export const editorWords = windowWords('editor', editorEnglish)

/** When a binding acts, in a few words; empty for a plain one. */
export function triggerWords({ mode, phase, dwellMs, repeatMs }: Trigger): string {
  const words = editorWords.when
  const every = mode === 'repeat' ? words.every(whole(repeatMs)) : ''
  const held = dwellMs > 0 ? words.held(decimal(dwellMs / 1000, 1)) : ''
  return [words.modes[mode], every, held, words.phases[phase]].filter(Boolean).join(', ')
}
