import type { ShownRestrictedPart } from '../../../contract/channels/project-channels.ts'
import { say } from '../../../contract/words/say.ts'
import type { Action, KeyName } from '../../../core/action/action.ts'
import type { RestrictedPart } from '../../../core/project/restricted-parts.ts'
import type { ForegroundRule } from '../../../core/project/project.ts'
import type { Sentence } from '../../../core/sentence/sentence.ts'
import { visibleText } from '../../../core/sentence/visible-text.ts'

/** More of a text does not stand in a sentence. */
const MOST_SHOWN_CHARACTERS = 160

/** What a restricted part would do, for who is to allow it: nothing of it hidden by its length or by signs that are not seen. */
export function describePart(part: RestrictedPart): ShownRestrictedPart {
  if (part.kind === 'rule') return { does: describeRule(part.rule) }
  const { gesture, action } = part.binding
  const whole = wordsOf(action)
  const exactly = whole.some(isLong) ? { exactly: whole.join(' ') } : {}
  return { gesture, does: describeAction(action, whole.map(shortened)), ...exactly }
}

/** The texts of an action, as they can be seen. */
function wordsOf(action: Action): readonly string[] {
  if (action.kind === 'launch') {
    return [visibleText(action.target), action.args.map(quoted).join(' ')]
  }
  if (action.kind === 'key.text') return [visibleText(action.text)]
  if (action.kind === 'axis' && action.target.kind === 'key') {
    return [chord(action.target.up), chord(action.target.down)]
  }
  return 'keys' in action ? [chord(action.keys)] : []
}

function describeAction(action: Action, [first = '', second = '']: readonly string[]): Sentence {
  if (action.kind === 'launch') {
    return second === ''
      ? say('starts or opens {}', first)
      : say('starts {} with {}', first, second)
  }
  if (action.kind === 'key.text') {
    return /[\n\r]/.test(action.text)
      ? say('types “{}” and presses Enter', first)
      : say('types “{}”', first)
  }
  if (action.kind === 'axis') {
    return say('presses {} or {} again and again while the hand moves', first, second)
  }
  return action.kind === 'key.hold' ? say('holds {}', first) : say('presses {}', first)
}

const chord = (keys: readonly KeyName[]): string => keys.join(' + ')

function describeRule({ program, title }: ForegroundRule): Sentence {
  const [name, window] = [visibleText(program ?? ''), visibleText(title ?? '')]
  if (title === undefined) {
    return say('comes into force by itself in front of programs whose name has “{}”', name)
  }
  if (program === undefined) {
    return say('comes into force by itself in front of windows whose title has “{}”', window)
  }
  return say(
    'comes into force by itself in front of “{}” where the title of the window has “{}”',
    name,
    window,
  )
}

/** An argument with blanks is seen to be one. */
const quoted = (arg: string): string =>
  /^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${visibleText(arg).replaceAll("'", String.raw`'\''`)}'`

const isLong = (text: string): boolean => [...text].length > MOST_SHOWN_CHARACTERS

const shortened = (text: string): string =>
  isLong(text) ? `${[...text].slice(0, MOST_SHOWN_CHARACTERS - 1).join('')}…` : text
