import type { Said } from '../../../contract/words/language.ts'
import type { gesturesEnglish } from './words.en.ts'

export const gesturesGerman: Said<typeof gesturesEnglish> = {
  title: 'Gesten',
  intro: (project) =>
    `Was deine Hand im Projekt „${project}“ tut. Mach eine Geste: Ihr Balken füllt sich, ab der Linie wirkt sie.`,
  control: 'Übernehmen',
  palm: 'Offene Hand, gehalten',
  palmDoes: 'übernimmt die Kontrolle und gibt sie wieder ab',
  none: 'Dieses Projekt hat noch keine eigenen Gesten.',
  line: 'Wirkt ab',
  edit: 'Ändern, was sie tun',
  inProject: 'In diesem Projekt',
  others: 'Andere, die es gibt',
  bind: 'Belegen',
  choices: { 'open-hand': 'offener Hand', any: 'jeder Hand' },
}
