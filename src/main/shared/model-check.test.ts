import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkModel, checkModels } from './model-check.ts'

let dir = ''
const model = Buffer.alloc(5000, 7)
const path = (): string => join(dir, 'models', 'hand.task')

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'beckon-models-'))
  await mkdir(join(dir, 'models'))
  await writeFile(path(), model)
  const sha256 = createHash('sha256').update(model).digest('hex')
  const outputs = { 'hand.task': { bytes: model.length, sha256 } }
  await writeFile(join(dir, 'models-manifest.json'), JSON.stringify({ inputs: {}, outputs }))
})
afterEach(() => rm(dir, { recursive: true }))

const problemOf = async (): Promise<unknown> =>
  (await checkModels(dir)).map(({ file, result }) => ({
    file,
    problem: result.ok ? 'none' : result.problem,
  }))

describe('checkModels', () => {
  test('passes the file that was built', async () => {
    expect(await checkModels(dir)).toEqual([
      { file: 'hand.task', result: { ok: true, value: path() } },
    ])
  })

  test('names a missing model and the command that rebuilds it', async () => {
    await rm(path())
    expect(await problemOf()).toEqual([
      {
        file: 'hand.task',
        problem: { message: 'The model hand.task is missing.', fix: 'npm run models' },
      },
    ])
  })

  test('names a truncated model', async () => {
    await truncate(path(), 4000)
    expect(await problemOf()).toEqual([
      {
        file: 'hand.task',
        problem: {
          message: 'The model hand.task is truncated: 4000 of 5000 bytes.',
          fix: 'npm run models',
        },
      },
    ])
  })

  test('names a model of the right size and the wrong content', async () => {
    await writeFile(path(), Buffer.alloc(5000, 8))
    expect(await problemOf()).toEqual([
      {
        file: 'hand.task',
        problem: {
          message: 'The model hand.task is not the file that was built: its checksum differs.',
          fix: 'npm run models',
        },
      },
    ])
  })

  test('says so when the list of models is damaged', async () => {
    await writeFile(join(dir, 'models-manifest.json'), '{"outputs": 1}')
    const [only] = await checkModels(dir)
    expect(only).toMatchObject({ file: 'models-manifest.json', result: { ok: false } })
  })
})

test('checkModel refuses a model that the list does not know', async () => {
  expect(await checkModel(dir, 'other.task')).toEqual({
    ok: false,
    problem: { message: 'There is no model named other.task.', fix: undefined },
  })
})
