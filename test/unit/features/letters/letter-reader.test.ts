import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ok } from '../../../../src/contract/boundary/result.ts'
import type { StageProblem } from '../../../../src/contract/channels/status.ts'
import { LETTERS, type Letter } from '../../../../src/core/classifier/letters/letters.ts'
import type { HandFrame } from '../../../../src/core/hand/hand-frame.ts'
import { makeFrame, makeHand } from '../../../support/hand/make-hand.ts'
import { shippedProject } from '../../../support/hand/stage.ts'
import { until } from '../../../support/until.ts'
import { openLetterModel } from '../../../../src/inference/letter-model.ts'
import type { ReadLetter } from '../../../../src/inference/sign-letters.ts'
import { inWords } from '../../../support/in-words.ts'
import {
  createLetterReader,
  type LetterReader,
} from '../../../../src/main/features/letters/letter-reader.ts'

const MODEL = join(import.meta.dirname, '../../../../resources/letters/sign-letters.onnx')

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
    onReading: (read) => heard.push(read),
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
  expect(inWords(problems)).toEqual([
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

/** Letters read by a network that answers when the test says so. */
async function slowReader() {
  const asked: ((probabilities: Float32Array) => void)[] = []
  const heard: ReadLetter[] = []
  const run = () => new Promise<Float32Array>((resolve) => asked.push(resolve))
  const reader = createLetterReader({
    open: async () => ok({ run, close: async () => undefined }),
    onProblem: () => undefined,
    onReading: (read) => heard.push(read),
  })
  const answer = async (letter: Letter): Promise<void> => {
    asked.shift()!(Float32Array.from([...LETTERS, 'none'], (one) => (one === letter ? 1 : 0)))
    await settled()
  }
  reader.practise(true)
  await settled()
  return { reader, heard, answer }
}
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('what the network says of a frame from before a new start is heard by nobody', async () => {
  const { reader, heard, answer } = await slowReader()
  reader.read(frame())
  await settled()
  reader.forget()
  reader.read(frame())
  await answer('J')
  await answer('B')
  expect(heard.map(({ spelling }) => spelling.top[0]?.letter)).toEqual(['B'])
})

test('after a hiccup a letter is heard at the second frame, whatever was seen before it', async () => {
  const { reader, answer } = await slowReader()
  const wideApart = (): HandFrame => makeFrame((atMs += 100), [makeHand({ shape: 'victory' })])
  for (let count = 0; count < 6; count++) reader.read(wideApart())
  await settled()
  for (let count = 0; count < 6; count++) await answer('V')
  const labels = [reader.read(wideApart()), reader.read(wideApart())].map((one) => one?.label)
  expect(labels).toEqual(['none', 'V'])
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
