import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { inEnglish } from '../core/sentence/sentence.ts'
import { openLetterModel } from './letter-model.ts'

const RESOURCES = join(import.meta.dirname, '../../resources')
const folder = mkdtempSync(join(tmpdir(), 'beckon-letters-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function whyNot(path: string): Promise<string> {
  const model = await openLetterModel(path)
  return model.ok ? 'it opens' : inEnglish(model.problem.message)
}

describe('letter model', () => {
  test('answers probabilities of 26 letters and none', async () => {
    const model = await openLetterModel(join(RESOURCES, 'letters/sign-letters.onnx'))
    if (!model.ok) throw new Error(inEnglish(model.problem.message))
    const values = await model.value.run((input) => input.fill(0))
    expect(values).toHaveLength(27)
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5)
    await model.value.close()
  })

  test('without a hand it says none', async () => {
    const model = await openLetterModel(join(RESOURCES, 'letters/sign-letters.onnx'))
    if (!model.ok) throw new Error(inEnglish(model.problem.message))
    const values = await model.value.run((input) => input.fill(0))
    expect(values[26]).toBeGreaterThan(0.8)
    await model.value.close()
  })

  test('a file that is missing is named', async () => {
    const path = join(folder, 'nothing.onnx')
    expect(await whyNot(path)).toContain('nothing.onnx')
  })

  test('a file that is no network is named', async () => {
    const path = join(folder, 'noise.onnx')
    writeFileSync(path, 'not a network')
    expect(await whyNot(path)).toContain('cannot be opened')
  })

  test('another network is told by its shape', async () => {
    const path = join(RESOURCES, 'models/onnx/hand_landmark_lite.onnx')
    expect(await whyNot(path)).toContain('another one')
  })
})
