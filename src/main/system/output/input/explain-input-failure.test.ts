import { expect, it } from 'vitest'
import { inEnglish } from '../../../../core/sentence/sentence.ts'
import { explainInputFailure } from './explain-input-failure.ts'

it.each([
  ['Could not open main display\n', 'no X display'],
  [
    'Error: libXtst.so.6: cannot open shared object file: No such file or directory',
    'the system library libXtst.so.6 is missing',
  ],
  [
    'X Error of failed request:  BadValue (integer parameter out of range)\n  Major opcode: 132',
    'layout does not have that key',
  ],
  ['', 'has stopped.'],
  ['one\nlast words\n', 'has stopped: last words'],
])('says in words what %j means', (stderr, words) => {
  expect(inEnglish(explainInputFailure(stderr, 'linux').message)).toContain(words)
})

it('names the permission to give on macOS', () => {
  expect(explainInputFailure('', 'darwin').fix).toEqual(
    'Allow Beckon in System Settings, Privacy & Security, Accessibility, then start it again.',
  )
})
