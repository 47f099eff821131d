import type { Said } from '../../../contract/words/language.ts'
import type { practiceEnglish } from './words.en.ts'

export const practiceGerman: Said<typeof practiceEnglish> = {
  title: 'Üben',
  intro:
    'Gebärde den Buchstaben, der gezeigt wird. Solange du übst, tun deine Hände nichts anderes.',
  start: 'Mit Üben anfangen',
  stop: 'Aufhören',
  skip: 'Etwas anderes',
  what: 'Was',
  tasks: { letters: 'Buchstaben', word: 'Wörter' },
  target: (letter) => `Gebärde ${letter}`,
  moves: 'Zeichne ihn in die Luft.',
  front: 'Im Spiegel',
  own: 'Deine eigene Hand',
  picture: (letter) => `Die Hand, die ${letter} gebärdet`,
  likely: (letter) => `Wie wahrscheinlich ${letter} ist`,
  ready: 'Fang an und zeige die Hand, die gebärdet.',
  noHand: 'Zeige deine Hand.',
  right: (letter) => `${letter} ist richtig.`,
  wrong: (letter) => `Das wurde als ${letter} gelesen.`,
  goOn: 'Halte ihn einen Moment.',
  wordDone: (word, done) => `${word}, Buchstabe ${done + 1}`,
  streak: 'In Folge',
  best: 'Am meisten',
  mistakes: 'Was wofür gehalten wurde',
  mistake: (target, said) => `${target} für ${said} gehalten`,
  times: (times) => (times === 1 ? 'einmal' : `${times}-mal`),
  noMistakes: 'Noch nichts.',
  wentAway: 'Das Üben hat aufgehört, weil eine Weile keine Hand da war.',
  wordsToSpell: 'HAND TEE BUCH QUIZ JAZZ LICHT WELT FREUND COMPUTER BEISPIEL VOGEL XYLOPHON',
}
