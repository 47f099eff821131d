import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { say } from '../../../contract/words/say.ts'
import type { ScreenPoint } from '../../../core/geometry/point.ts'
import { verbatim } from '../../../core/sentence/sentence.ts'
import { checkCamera } from './check-camera.ts'
import { checkPointer } from './check-pointer.ts'
import {
  checkAudio,
  checkDisplay,
  checkElectron,
  checkModelFiles,
  checkNode,
} from './check-system.ts'
import { failedCheck, passedCheck, limitedCheck, reportLines } from './check.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'beckon-checks-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

test('the report says per line what is wrong and how to mend it', () => {
  const checks = [
    passedCheck(verbatim('Node'), verbatim('24.1.0')),
    limitedCheck(say('Camera'), verbatim('None.'), verbatim('Plug one in.')),
  ]
  const wrong = failedCheck(say('Models'), verbatim('Missing.'), verbatim('npm run models'))
  expect(reportLines([...checks, wrong])).toEqual([
    'ok    Node    24.1.0',
    'note  Camera  None.',
    '              Fix: Plug one in.',
    'FAIL  Models  Missing.',
    '              Fix: npm run models',
    '',
    '1 of 3 checks failed.',
  ])
  expect(reportLines(checks).at(-1)).toBe('Beckon can run here, with 1 limit.')
})

describe('the camera check', () => {
  const places = () => ({ listing: join(dir, 'sys'), devices: join(dir, 'dev') })
  const addCamera = (node: string, label: string, hasDevice: boolean): void => {
    mkdirSync(join(dir, 'sys', node), { recursive: true })
    mkdirSync(join(dir, 'dev'), { recursive: true })
    writeFileSync(join(dir, 'sys', node, 'name'), `${label}\n`)
    if (hasDevice) writeFileSync(join(dir, 'dev', node), '')
  }

  test('names each camera once', () => {
    addCamera('video0', 'HD Webcam', true)
    addCamera('video1', 'HD Webcam', true)
    expect(checkCamera('linux', places())).toEqual(
      passedCheck(say('Camera'), verbatim('HD Webcam')),
    )
  })
  test('says that there is none, which is no failure', () => {
    expect(checkCamera('linux', places()).kind).toBe('limited')
  })
  test('names a camera that may not be opened', () => {
    addCamera('video0', 'HD Webcam', false)
    const check = checkCamera('linux', places())
    expect(check).toMatchObject({
      kind: 'limited',
      problem: { message: say('"{}" may not be opened by this user.', 'HD Webcam') },
    })
  })
})

describe('the pointer check', () => {
  const pointerThat = (move: (from: ScreenPoint, to: ScreenPoint) => ScreenPoint) => {
    let at: ScreenPoint = { x: 0, y: 7 }
    return {
      position: () => Promise.resolve(at),
      move: (to: ScreenPoint) => {
        at = move(at, to)
      },
    }
  }

  test('passes a pointer that moves and comes back', async () => {
    const pointer = pointerThat((_from, to) => to)
    expect((await checkPointer(pointer)).kind).toBe('ok')
    expect(await pointer.position()).toEqual({ x: 0, y: 7 })
  })
  test('fails a pointer that stays where it is', async () => {
    expect(await checkPointer(pointerThat((from) => from))).toMatchObject({
      kind: 'failed',
      problem: { message: say('It was sent to {} and stands at {}.', '1, 7', '0, 7') },
    })
  })
  test('fails a pointer that does not come back', async () => {
    const check = await checkPointer(pointerThat((from, to) => (to.x > from.x ? to : from)))
    expect(check).toMatchObject({ problem: { message: say('It did not go back to {}.', '0, 7') } })
  })
  test('says why it could not be moved at all', async () => {
    const pointer = {
      ...pointerThat((from) => from),
      position: () => Promise.reject(new Error('no X')),
    }
    expect(await checkPointer(pointer)).toMatchObject({
      problem: { message: say('It cannot be moved: {}', verbatim('no X')) },
    })
  })
})

test('every wrong model has a line of its own', () => {
  const right = { file: 'a.task', result: { ok: true, value: '/a.task' } as const }
  const problem = { message: say('The model {} is missing.', 'b.task') }
  const wrong = { file: 'b.task', result: { ok: false, problem } as const }
  expect(checkModelFiles([right])).toEqual([
    passedCheck(say('Models'), say('{} files, checksums right', 1)),
  ])
  expect(checkModelFiles([right, wrong])).toEqual([failedCheck(say('Models'), problem.message)])
})

test('only a missing display and an old Node keep Beckon from running', () => {
  const kinds = [
    checkNode('20.1.0'),
    checkNode('24.0.0'),
    checkDisplay({}, 'linux'),
    checkDisplay({ DISPLAY: ':0' }, 'linux'),
    checkDisplay({ DISPLAY: ':9', BECKON_VIRTUAL_DISPLAY: ':9' }, 'linux'),
    checkDisplay({}, 'darwin'),
    checkAudio(undefined),
    checkElectron(dir).check,
  ].map(({ kind }) => kind)
  expect(kinds).toEqual(['failed', 'ok', 'failed', 'ok', 'ok', 'ok', 'limited', 'limited'])
})
