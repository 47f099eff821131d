import { expect, it } from 'vitest'
import { visibleText } from './visible-text.ts'

it.each([
  ['Dear all, Ünï 👋', 'Dear all, Ünï 👋'],
  ['rm -rf ~\n', 'rm -rf ~⏎'],
  ['a\r\nb', 'a⏎b'],
  ['\u001b[2Jgone', '\\u{1b}[2Jgone'],
  ['\u009b2J', '\\u{9b}2J'],
  ['cod\u202etxt.exe', 'cod\\u{202e}txt.exe'],
  ['a\u200bb\ufeff', 'a\\u{200b}b\\u{feff}'],
  ['\ud800', '\\u{d800}'],
])('shows %j as it is: %j', (text, shown) => {
  expect(visibleText(text)).toBe(shown)
})
