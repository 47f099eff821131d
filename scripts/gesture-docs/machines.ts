/** A state machine with a table of cases at the head of its file. */
export interface Machine {
  readonly path: string
  readonly title: string
  /** Of a classifier: its machine stands with its gestures. */
  readonly classifier?: string
  /** Its table tells of states, so that it can be drawn. */
  readonly isDrawn: boolean
}

/** In the order in which a frame comes to them. */
export const MACHINES: readonly Machine[] = [
  machine('hand/hand-tracks', 'Which hand is which'),
  machine('classifier/two-hands', 'How it tells', 'two-hands'),
  machine('classifier/pinch', 'How it tells', 'pinch'),
  machine('classifier/swipe', 'How it tells', 'swipe'),
  machine('classifier/letters/letter-speller', 'How it tells', 'sign-letters'),
  machine('gesture/recogniser', 'From labels to a gesture that begins and ends'),
  { ...machine('gesture/spelled-words', 'Words that are spelled'), isDrawn: false },
  machine('gesture/engagement', 'Who is being talked to'),
  machine('project/binding-run', 'From a gesture to its action'),
  machine('action/button-run', 'A button that a gesture works'),
  machine('action/dwell-click', 'A click by keeping still'),
  machine('action/scroll-run', 'A page that a hand moves'),
  { ...machine('action/axis-run', "What a hand's value drives"), isDrawn: false },
  { ...machine('pointer/cursor', 'The cursor'), isDrawn: false },
]

function machine(name: string, title: string, classifier?: string): Machine {
  const path = `src/core/${name}.ts`
  return { path, title, isDrawn: true, ...(classifier === undefined ? {} : { classifier }) }
}
