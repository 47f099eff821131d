import { afterEach, expect, test } from 'vitest'
import { appStage, type AppStage } from '../../support/app-stage.ts'
import { inWords } from '../../support/in-words.ts'

let stage: AppStage
afterEach(() => stage.close())

/** Shows a shape until the page has heard something of it: the network is opened when it is first wanted. */
async function showUntil(check: () => boolean): Promise<void> {
  for (let round = 0; round < 200 && !check(); round++) {
    await stage.hands(100, { shape: 'victory' })
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(check()).toBe(true)
}
const heard = (): number => stage.told('practice')?.probabilities.length ?? 0

test('practice reads letters in a project that has none, and hands do nothing meanwhile', async () => {
  stage = await appStage()
  expect(await stage.request('beginPractice', {})).toMatchObject({ ok: true })
  await showUntil(() => heard() === 27)
  expect(inWords(stage.app.stateStore.current().hint)).toBe('Practising letters.')
  expect(stage.log).toEqual([])
  expect(await stage.request('forgetLetters', {})).toMatchObject({ ok: true })
  await stage.request('endPractice', {})
  await stage.hands(1500, { shape: 'point' })
  expect(stage.log.length).toBeGreaterThan(0)
})

test('practice is over when the page is gone', async () => {
  stage = await appStage()
  await stage.request('beginPractice', {})
  stage.cut()
  expect(inWords(stage.app.stateStore.current().hint)).not.toBe('Practising letters.')
})

test('the project that spells tells what it reads, and the word that it typed', async () => {
  stage = await appStage({ options: { project: 'spelling' } })
  const spelling = () => stage.told('spelling')
  await showUntil(() => {
    const now = spelling()
    return now?.kind === 'on' && now.word.length > 0
  })
  expect(spelling()).toMatchObject({ letters: [{ letter: 'V' }, {}, {}], word: 'v' })
  expect(stage.log).toContain('type v')
})
