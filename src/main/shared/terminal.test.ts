import { expect, it } from 'vitest'
import { onlyEnglish } from '../../core/sentence/sentence.ts'
import { createTerminal } from './terminal.ts'

it('obeys nobody whose words it shows', () => {
  let written = ''
  const terminal = createTerminal({ write: (text) => (written += text) })
  terminal.say('\u001b[2Jsaid')
  terminal.problem({ message: onlyEnglish('a\nb\u001b]0;x\u0007'), fix: onlyEnglish('\u009bfix') })
  terminal.fault(Object.assign(new Error('x'), { stack: 'Error: \u001b[31mx\n    at here' }))
  expect(written).toBe(
    [
      String.raw`\u001b[2Jsaid`,
      String.raw`a\u000ab\u001b]0;x\u0007`,
      String.raw`  → \u009bfix`,
      String.raw`Error: \u001b[31mx`,
      '    at here',
      '',
    ].join('\n'),
  )
})
