import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openLetterModel } from './letter-model.ts'

const RESOURCES = join(import.meta.dirname, '../../resources')
const folder = mkdtempSync(join(tmpdir(), 'beckon-letters-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('letter model', () => {
  test('answers probabilities of 26 letters and none', async () => {
    const model = await openLetterModel(join(RESOURCES, 'letters/sign-letters.onnx'))
    if (!model.ok) throw new Error(model.problem.message)
    const values = await model.value.run((input) => input.fill(0))
    expect(values).toHaveLength(27)
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5)
    await model.value.close()
  })

  test('without a hand it says none', async () => {
    const model = await openLetterModel(join(RESOURCES, 'letters/sign-letters.onnx'))
    if (!model.ok) throw new Error(model.problem.message)
    const values = await model.value.run((input) => input.fill(0))
    expect(values[26]).toBeGreaterThan(0.8)
    await model.value.close()
  })

  test('a file that is missing is named', async () => {
    const path = join(folder, 'nothing.onnx')
    expect(await openLetterModel(path)).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('nothing.onnx') },
    })
  })

  test('a file that is no network is named', async () => {
    const path = join(folder, 'noise.onnx')
    writeFileSync(path, 'not a network')
    expect(await openLetterModel(path)).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('cannot be opened') },
    })
  })

  test('another network is told by its shape', async () => {
    expect(
      await openLetterModel(join(RESOURCES, 'models/onnx/hand_landmark_lite.onnx')),
    ).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('another one') },
    })
  })
})
