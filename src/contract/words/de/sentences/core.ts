import type { CoreTemplate } from '../../../../core/sentence/say.ts'

/** What core says. */
export const coreSentences = {
  'Somebody else is in control.': 'Jemand anderes hat die Kontrolle.',
  'Your hand is too close to the camera.': 'Deine Hand ist zu nah an der Kamera.',
  'Your hand is too far from the camera.': 'Deine Hand ist zu weit von der Kamera weg.',
  'Your hand is cut off by the edge of the picture.': 'Deine Hand wird vom Bildrand abgeschnitten.',
  'The camera does not see your hand clearly.': 'Die Kamera sieht deine Hand nicht deutlich.',
  'Paused.': 'Pause.',
  'Hold up an open palm to take control.':
    'Halte eine offene Hand hoch, um die Kontrolle zu übernehmen.',
  'Show a hand to the camera.': 'Zeige der Kamera eine Hand.',
  'Your hand was not seen long enough. Nothing was changed.':
    'Deine Hand war nicht lange genug zu sehen. Nichts wurde geändert.',
  'Your hand hardly moved. Nothing was changed.':
    'Deine Hand hat sich kaum bewegt. Nichts wurde geändert.',
  'Your hand was not seen clearly. Nothing was changed.':
    'Deine Hand war nicht deutlich zu sehen. Nichts wurde geändert.',
  'palm widths': 'Handbreiten',
  'palm lengths': 'Handlängen',
  ratio: 'Anteil',
  'classifier "{}": {}': 'Erkennung "{}": {}',
  'classifier "{}" is not known; known are {}':
    'die Erkennung "{}" ist nicht bekannt; bekannt sind {}',
  'no classifier gives gesture "{}"': 'keine Erkennung kennt die Geste "{}"',
  'gesture "{}" is not known; known are {}': 'die Geste "{}" ist nicht bekannt; bekannt sind {}',
  'gesture "{}" needs classifier "{}", which is not enabled':
    'die Geste "{}" braucht die Erkennung "{}", die nicht an ist',
  'option "{}" is not known; {}': 'die Einstellung "{}" ist nicht bekannt; {}',
  'option "{}" must be {}, not {}': 'die Einstellung "{}" muss {} sein, nicht {}',
  'there are no options': 'es gibt keine Einstellungen',
  'known are {}': 'bekannt sind {}',
  'a number from {} to {} ({})': 'eine Zahl von {} bis {} ({})',
  'true or false': 'true oder false',
  'one of {}': 'eines von {}',
} satisfies Readonly<Record<CoreTemplate, string>>
