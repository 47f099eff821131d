import { afterEach, expect, test } from 'vitest'
import { LETTERS } from '../../../src/core/classifier/letters/letters.ts'
import { settingsSchema } from '../../../src/contract/channels/settings.ts'
import { letterPoses } from '../../../src/renderer/capture/camera/demo/letter-poses.ts'
import { openLetterPictures } from '../../../src/renderer/pictures/letter-pictures.ts'
import { verbatim } from '../../../src/core/sentence/sentence.ts'
import {
  axeViolations,
  buttonNamed,
  fineState,
  openWindow,
  prefer,
  shownText,
  soon,
  type OpenedWindow,
} from '../../support/page/page-stage.ts'

let opened: OpenedWindow
afterEach(() => opened.close())

async function openPage(): Promise<void> {
  opened = openWindow('practice')
  opened.end.tell('state', fineState)
  await soon(() => expect(shownText()).toContain('Start practising'))
  await soon(() => expect(document.querySelectorAll('figure img')).toHaveLength(2))
}
const target = (): string => /Sign ([A-Z])/.exec(shownText())?.[1] ?? ''
const another = (letter: string): string => (letter === 'A' ? 'B' : 'A')
let count = 0
/** Frames that show a letter; it is signed with the last one. */
async function sign(letter: string, score = 0.9): Promise<void> {
  const probabilities = [...LETTERS, 'none'].map((one) =>
    one === letter ? score : (1 - score) / 26,
  )
  const last = count === 0 ? {} : { signed: { letter: 'A', count } }
  for (let frame = 0; frame < 6; frame++) opened.end.tell('practice', { probabilities, ...last })
  count += 1
  opened.end.tell('practice', { probabilities, signed: { letter, count } })
  await Promise.resolve()
}
async function begin(): Promise<void> {
  await openPage()
  count = 0
  buttonNamed('Start practising').click()
  await soon(() => expect(buttonNamed('Stop')).toBeDefined())
}
const asked = (): readonly string[] => opened.end.asked.map(({ name }) => name)

test('a letter that is right leads at once to another one, and what was seen is forgotten', async () => {
  await begin()
  const first = target()
  await sign(first)
  await soon(() => expect(target()).not.toBe(first))
  expect(shownText()).toContain(`${first} is right.`)
  expect(shownText()).toMatch(/In a row\s*1/)
  expect(asked()).toEqual(expect.arrayContaining(['beginPractice', 'forgetLetters']))
  expect(document.querySelector('progress')?.value).toBe(0)
})

test('a letter that is wrong is told, and kept in the list of what is confused', async () => {
  await begin()
  const wanted = target()
  const said = another(wanted)
  await sign(said)
  await soon(() => expect(shownText()).toContain(`That was read as ${said}.`))
  expect(shownText()).toContain(`${wanted} taken for ${said}`)
  expect(target()).toBe(wanted)
})

test('shows how likely the target is, and asks for a hand that is gone', async () => {
  await begin()
  const wanted = target()
  const probabilities = [...LETTERS, 'none'].map((one) => (one === wanted ? 0.62 : 0.01))
  opened.end.tell('practice', { probabilities })
  await soon(() => expect(document.querySelector('progress')?.value).toBe(62))
  opened.end.tell('practice', { probabilities: [] })
  await soon(() => expect(shownText()).toContain('Show your hand.'))
})

test('words are spelled letter by letter', async () => {
  await begin()
  document.querySelectorAll<HTMLInputElement>('main input[type=radio]')[1]?.click()
  await soon(() => expect(target()).toBe('H'))
  await sign('H')
  await soon(() => expect(target()).toBe('A'))
  buttonNamed('Another one').click()
  await soon(() => expect(target()).toBe('T'))
})

test('hands are given back when it stops, and when the page is left', async () => {
  await begin()
  buttonNamed('Stop').click()
  await soon(() => expect(asked().at(-1)).toBe('endPractice'))
  buttonNamed('Start practising').click()
  await soon(() => expect(buttonNamed('Stop')).toBeDefined())
  buttonNamed('Live').click()
  await soon(() => expect(asked().filter((name) => name === 'endPractice')).toHaveLength(2))
})

test('says why letters cannot be read', async () => {
  await openPage()
  const message = 'Sign letters are off. The letter model is another one: it takes 1.'
  const problem = { stage: 'classifier', severity: 'medium', message: verbatim(message) } as const
  opened.end.tell('state', { ...fineState, problems: [problem] })
  await soon(() => expect(shownText()).toContain(message))
})

test('every letter has pictures of its own, from both sides', async () => {
  await openPage()
  const pictures = await openLetterPictures()
  const fronts = LETTERS.map((letter) => pictures.of(letter).front)
  const owns = LETTERS.map((letter) => pictures.of(letter).own)
  pictures.close()
  expect(new Set([...fronts, ...owns]).size).toBe(2 * Object.keys(letterPoses).length)
})

test('the hand draws the letters that are movements, and holds the others', async () => {
  await openPage()
  const pictures = await openLetterPictures()
  for (const letter of ['J', 'Z'] as const) {
    const film = pictures.animation(letter)!
    expect(new Set(film.map(({ front }) => front)).size).toBeGreaterThan(8)
    expect(new Set(film.map(({ own }) => own)).size).toBeGreaterThan(8)
  }
  expect(pictures.animation('B')).toBeUndefined()
  pictures.close()
})

test('J moves on the page, and keeps still for those who want less motion', async () => {
  await prefer('light', 'no-preference')
  await openPage()
  for (let tries = 0; target() !== 'J' && tries < 200; tries++) {
    const before = target()
    buttonNamed('Another one').click()
    await soon(() => expect(target()).not.toBe(before))
  }
  expect(target()).toBe('J')
  const front = (): string => document.querySelector<HTMLImageElement>('figure img')!.src
  const seen = new Set<string>()
  await soon(() => expect(seen.add(front()).size).toBeGreaterThan(3))
  opened.end.tell('settings', { ...settingsSchema.parse({}), motion: 'reduced' })
  const pictures = await openLetterPictures()
  await soon(() => expect(front()).toBe(pictures.of('J').front))
  pictures.close()
})

test.each(['light', 'dark'] as const)('axe finds nothing wrong, %s', async (theme) => {
  await prefer(theme)
  await begin()
  await sign(another(target()))
  expect(await axeViolations()).toEqual([])
})
