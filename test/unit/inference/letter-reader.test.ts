import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { StageProblem } from '../../../src/contract/status.ts'
import { makeFrame, makeHand } from '../../support/hand/make-hand.ts'
import { shippedProject } from '../../support/hand/stage.ts'
import { until } from '../../support/until.ts'
import { openLetterModel } from '../../../src/main/inference/letter-model.ts'
import type { ReadLetter } from '../../../src/main/inference/sign-letters.ts'
import { createLetterReader, type LetterReader } from '../../../src/main/letter-reader.ts'

const MODEL = join(import.meta.dirname, '../../../resources/letters/sign-letters.onnx')

function readerOf(path: string) {
  const problems: StageProblem[] = []
  const heard: ReadLetter[] = []
  let opened = 0
  const reader = createLetterReader({
    open: () => {
      opened += 1
      return openLetterModel(path)
    },
    onProblem: (problem) => problems.push(problem),
    onHeard: (read) => heard.push(read),
  })
  return { reader, problems, heard, opened: () => opened }
}

let atMs = 0
const frame = () => makeFrame((atMs += 33), [makeHand({ shape: 'victory' })])
const hears = (reader: LetterReader) => until('a reading', () => reader.read(frame()))

test('a project without letters opens no network', () => {
  const { reader, opened } = readerOf(MODEL)
  reader.follow(shippedProject('desktop'))
  expect([reader.read(frame()), opened()]).toEqual([undefined, 0])
})

test('a project with letters hears of every frame, once the network is open', async () => {
  const { reader, problems } = readerOf(MODEL)
  reader.follow(shippedProject('spelling'))
  expect(await hears(reader)).toEqual({ label: expect.any(String), score: expect.any(Number) })
  reader.follow(shippedProject('desktop'))
  expect(reader.read(frame())).toBeUndefined()
  reader.follow(shippedProject('spelling'))
  await hears(reader)
  await reader.close()
  expect(problems).toEqual([])
})

test('a network that is missing turns letters off, and says why', async () => {
  const { reader, problems, opened } = readerOf('/nowhere/sign-letters.onnx')
  reader.follow(shippedProject('spelling'))
  await until('a problem', () => problems.length > 0)
  expect(reader.read(frame())).toBeUndefined()
  expect(problems).toEqual([
    {
      stage: 'classifier',
      severity: 'medium',
      message: expect.stringMatching(/^Sign letters are off\. .*nowhere/),
      fix: expect.stringContaining('npm run train:letters'),
    },
  ])
  reader.follow(shippedProject('spelling'))
  expect(opened()).toBe(1)
})

test('somebody who practises is heard, whatever the project, until they stop', async () => {
  const { reader, heard } = readerOf(MODEL)
  reader.follow(shippedProject('desktop'))
  reader.practise(true)
  await hears(reader)
  expect(heard.at(-1)?.probabilities).toHaveLength(27)
  reader.practise(false)
  expect(reader.read(frame())).toBeUndefined()
  await reader.close()
})
