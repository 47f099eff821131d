export const calibrationGerman = {
  title: 'An deine Hand anpassen',
  intro:
    'Keine halbe Minute: wie ruhig deine Hand ist, wie weit sie reicht, wie sich die Finger treffen. Beckon geht auch ohne, und damit besser.',
  which: 'Welche Hand?',
  sides: { right: 'Rechte Hand', left: 'Linke Hand' },
  start: 'Beginnen',
  again: 'Neu anpassen',
  stop: 'Abbrechen',
  keep: 'So verwenden',
  discard: 'Lassen, wie es war',
  forget: 'Vergessen',
  back: 'Zurück',
  fitted: 'Angepasst',
  notFitted: 'Noch nicht angepasst: Es gilt, was den meisten Händen passt.',
  noHand: 'Halte deine Hand so, dass die Kamera sie sieht.',
  parts: {
    rest: {
      title: 'Halte die Hand still',
      text: 'So, wie du sie vor dem Zeigen hältst. Drei Sekunden.',
    },
    reach: {
      title: 'Bewege sie umher',
      text: 'So weit es bequem ist, in alle Richtungen: nach oben, unten, links und rechts.',
    },
    pinch: {
      title: 'Greife fünfmal',
      text: 'Daumen und Zeigefinger zusammen und wieder auseinander.',
    },
  },
  step: (step: number) => `Schritt ${step} von 3`,
  doneTitle: 'Das ist deine Hand',
  unusable: 'Das hat nicht geklappt',
  still: 'Zittern in Ruhe',
  reach: 'Reichweite',
  palms: 'Handbreiten',
  ofPalm: '% einer Handbreite',
  summary: (reach: string, still: string) =>
    `Angepasst: Reichweite ${reach} Handbreiten, Zittern in Ruhe ${still} % einer Handbreite`,
  pinch: 'Finger berühren sich unter',
  unclearPinch: 'Deine Griffe waren nicht deutlich; es bleibt bei den üblichen Schwellen.',
  holding:
    'Währenddessen steuert deine Hand nichts. Ist eine Weile keine Hand zu sehen, hört es von selbst auf.',
  gaveUp: 'Das kam zu keinem Ende und wurde abgebrochen. Nichts wurde geändert.',
} as const
