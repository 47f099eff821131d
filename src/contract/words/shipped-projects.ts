import { inEnglish, verbatim, type Sentence } from '../../core/sentence/sentence.ts'
import { say } from './say.ts'

/** What shipped projects say of themselves, by their ids, as their files have it. */
export const SHIPPED_ABOUTS: Readonly<Record<string, Sentence>> = {
  accessibility: say(
    'Small movements go far, drags lock, keeping still clicks, and nothing has to be quick.',
  ),
  browser: say('Pages: back and forward, tabs, scrolling, links in a new tab.'),
  desktop: say('The whole desktop: point, click, drag, scroll, volume.'),
  drawing: say(
    'The pinch is the pen: it draws at once. Zoom with both hands; undo, redo and brush size by hand.',
  ),
  media: say('Films and music from the sofa: play, next, louder. The pointer stays off.'),
  presentation: say('Slides: next, back, black screen, from anywhere in the room.'),
  reading: say('Long texts: scroll by hand, turn pages, larger and smaller print.'),
  spelling: say(
    'Typing by signs: letters of the American manual alphabet. Swipe right for a space, left to delete, up to complete the word, down for another last letter.',
  ),
  'video-call': say(
    'Microphone, camera and raised hand, with the keys of Zoom. Hands that talk do nothing.',
  ),
}

/** What a project says of itself. Once it is people's own text, it is theirs in every language. */
export function projectAbout(id: string, about: string): Sentence {
  const shipped = SHIPPED_ABOUTS[id]
  return shipped !== undefined && inEnglish(shipped) === about ? shipped : verbatim(about)
}
