import { describe, expect, test } from 'vitest'
import { withPropertyLine, NO_FACTS } from '../../src/main/system/foreground/xprop-lines.ts'
import { explainInputFailure } from '../../src/main/system/output/input/explain-input-failure.ts'
import { parsePactlLevel } from '../../src/main/system/output/volume/pactl-backend.ts'
import { monitorsIn } from '../../src/main/system/output/x11/x11-monitors.ts'
import { parseClientMessage } from '../../src/server/letters/letter-protocol.ts'
import { parseFrame } from '../../src/server/poses/pose-messages.ts'

/** What took the square of its length took half a minute for as many, and hours for a whole message. */
const MANY = 200_000
/** A few milliseconds on any machine; how busy it is decides nothing here. */
const AT_MOST_MS = 5000

const bytes = (said: object): Uint8Array => new TextEncoder().encode(JSON.stringify(said))

describe('what comes from outside takes time in proportion to its length', () => {
  test.each([
    [
      'blanks for a picture, by WebSocket',
      () =>
        parseClientMessage(bytes({ jpeg_blob: `A${' '.repeat(MANY)}!`, new_letter: null }), false),
      { kind: 'fault', error: 'jpeg_blob is no base64' },
    ],
    [
      'blanks for a picture, by HTTP and Socket.IO',
      () => parseFrame({ image: `A${' '.repeat(MANY)}!` }),
      { kind: 'fault', error: 'image is no base64', sequence: null },
    ],
    [
      'a title of quotation marks that never end',
      () => withPropertyLine(NO_FACTS, `_NET_WM_NAME(UTF8_STRING) = "${'\\"'.repeat(200_000)}`),
      NO_FACTS,
    ],
    [
      'a library without an end',
      () => explainInputFailure('lib.so'.repeat(700), 'linux').message.template,
      'The part that moves the pointer has stopped: {}',
    ],
    ['an empty list of monitors', () => monitorsIn('\n'.repeat(MANY)), []],
  ])(
    '%s',
    (_name, read, answer) => {
      const fromMs = performance.now()
      expect(read()).toEqual(answer)
      expect(performance.now() - fromMs).toBeLessThan(AT_MOST_MS)
    },
    60_000,
  )

  test('a volume of digits', () => {
    const fromMs = performance.now()
    expect(() => parsePactlLevel('1'.repeat(MANY))).toThrow('did not say')
    expect(performance.now() - fromMs).toBeLessThan(AT_MOST_MS)
  }, 60_000)
})
