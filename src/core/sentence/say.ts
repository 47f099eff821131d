import { sentence, type Say } from './sentence.ts'

/**
 * All that core itself says to people. It stands here as well, because core knows no language: the catalogues
 * (`contract/words`) are checked against this list, and what core says is, too.
 */
export type CoreTemplate =
  | 'Paused.'
  | 'Hold up an open palm to take control.'
  | 'Show a hand to the camera.'
  | 'Somebody else is in control.'
  | 'Your hand is too close to the camera.'
  | 'Your hand is too far from the camera.'
  | 'Your hand is cut off by the edge of the picture.'
  | 'The camera does not see your hand clearly.'
  | 'Your hand was not seen long enough. Nothing was changed.'
  | 'Your hand hardly moved. Nothing was changed.'
  | 'Your hand was not seen clearly. Nothing was changed.'
  | 'classifier "{}": {}'
  | 'classifier "{}" is not known; known are {}'
  | 'no classifier gives gesture "{}"'
  | 'gesture "{}" is not known; known are {}'
  | 'gesture "{}" needs classifier "{}", which is not enabled'
  | 'option "{}" is not known; {}'
  | 'option "{}" must be {}, not {}'
  | 'there are no options'
  | 'known are {}'
  | 'a number from {} to {} ({})'
  | 'true or false'
  | 'one of {}'
  | 'palm widths'
  | 'palm lengths'
  | 'ratio'

/** Says something to people, in core. */
export const say: Say<CoreTemplate> = sentence
