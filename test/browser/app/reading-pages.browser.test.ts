import { afterEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { pseudo } from '../../../src/contract/words/pseudo.ts'
import { cutOffWords } from '../../support/page/cut-off-words.ts'
import { unmarkedWords } from '../../support/page/unmarked-words.ts'

afterEach(async () => {
  document.body.replaceChildren()
  await page.viewport(414, 896)
})

async function show(html: string): Promise<void> {
  await page.viewport(400, 300)
  document.title = pseudo('Live')
  document.body.innerHTML = html
}
const LONG = 'Longer than its box'

test('sees every word that is not marked, wherever it is said, and no other', async () => {
  await show(`<p>${pseudo('On')} 3 ms, Brio</p><p title="A hint">${pseudo('Off')}</p>
    <p hidden>Not shown</p><input placeholder="Type here" aria-label="${pseudo('Name')}">
    <select><optgroup label="Group"><option>Choice</option></optgroup></select>
    <span class="hidden-but-said" style="position: absolute; clip-path: inset(50%)">Said</span>`)
  expect(unmarkedWords(['Brio'])).toEqual(['A hint', 'Type here', 'Group', 'Choice', 'Said'])
  document.title = 'Live'
  expect(unmarkedWords(['Brio'])).toContain('Live')
})

test.each([
  ['a box that hides it', 'overflow: hidden; width: 50px; white-space: nowrap'],
  [
    'a box that ends it with dots',
    'overflow: hidden; width: 50px; text-overflow: ellipsis; white-space: nowrap',
  ],
  ['a box that is too low', 'overflow: hidden; height: 8px'],
  ['a box that it reaches out of', 'width: 50px; white-space: nowrap'],
  ['a box that must be pushed sideways', 'overflow-y: auto; width: 50px; white-space: nowrap'],
])('sees words that are cut off by %s', async (_what, style) => {
  await show(`<div style="${style}">${LONG}</div>`)
  expect(cutOffWords()).toHaveLength(1)
})

test('sees a choice that its list has no room for, and a window that is too narrow', async () => {
  await show(`<select style="width: 60px"><option>${LONG}</option></select>`)
  expect(cutOffWords()).toEqual([expect.stringContaining('in a list')])
  await show(`<div style="width: 900px">${LONG}</div>`)
  expect(cutOffWords()).toEqual([expect.stringContaining('too narrow')])
})

test('lets be what is whole, what is scrolled down to, and what is for screen readers alone', async () => {
  await show(`<p>${LONG}</p><select><option>${LONG}</option></select>
    <div style="overflow: auto; height: 20px"><p>1</p><p>2</p><p>${LONG}</p></div>
    <div class="scrolls-sideways" style="overflow-x: auto; width: 60px; white-space: nowrap">
      <table><tbody><tr><td>${LONG}</td></tr></tbody></table></div>
    <div class="hidden-but-said" style="position: absolute; width: 1px; height: 1px; overflow: hidden">
      ${LONG}</div>`)
  expect(cutOffWords()).toEqual([])
})
