import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { appStage, type AppStage } from '../../support/app-stage.ts'
import { ARMS_UP, madeUpBody, SQUATTING } from '../../../src/renderer/testing/made-up-body.ts'
import { withArmsUp, withBodyBinding } from '../../support/body-project.ts'
import { until } from '../../support/until.ts'
import { shippedProject } from '../../support/hand/stage.ts'

const standing = madeUpBody()
const armsUp = madeUpBody({ places: ARMS_UP })
const squatting = madeUpBody({ places: SQUATTING })

let folder: string
let stage: AppStage
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beckon-body-'))
  // As measured before: no process is started for these.
  await writeFile(join(folder, 'settings.json'), JSON.stringify({ bodyTracker: 'mediapipe' }))
  const gymnast = withBodyBinding(withArmsUp(shippedProject('desktop')), 'exercise.squat', {
    ...{ kind: 'key.chord', keys: ['right'] },
  })
  await mkdir(join(folder, 'projects'))
  const file = join(folder, 'projects', 'gymnast.json')
  await writeFile(file, JSON.stringify({ ...gymnast, id: 'gymnast', name: 'Gymnast' }))
})
afterEach(async () => {
  await stage.close()
  await rm(folder, { recursive: true })
})

test('arms that go up hold a key until they come down, or the body is gone', async () => {
  stage = await appStage({ folder, options: { project: 'gymnast' } })
  await stage.bodies(600, standing)
  await stage.bodies(800, armsUp)
  expect(stage.log).toEqual(['down space'])
  await stage.bodies(800, standing)
  expect(stage.log).toEqual(['down space', 'up space'])
  await stage.bodies(800, armsUp)
  await stage.bodies(100, undefined)
  expect(stage.log).toEqual(['down space', 'up space', 'down space', 'up space'])
})

test('what a body holds is let go of when no results of it come any more', async () => {
  stage = await appStage({ folder, options: { project: 'gymnast' } })
  await stage.bodies(600, standing)
  await stage.bodies(800, armsUp)
  await stage.hands(1000)
  expect(stage.log).toEqual(['down space', 'up space'])
})

test('each squat presses once', async () => {
  stage = await appStage({ folder, options: { project: 'gymnast' } })
  await stage.bodies(600, standing)
  for (const body of [squatting, standing, squatting, standing]) await stage.bodies(900, body)
  expect(stage.log).toEqual(['chord right', 'chord right'])
})

test('bodies are looked for only while a project or the page wants any', async () => {
  stage = await appStage({ folder, options: { project: 'desktop' } })
  expect(stage.told('bodyCommand')).toEqual({ kind: 'rest' })
  await stage.request('watchBody', { isOn: true })
  // The model is looked at first.
  await until('an order', async () => {
    await stage.hands(30)
    return stage.told('bodyCommand')?.kind === 'track'
  })
  expect(stage.told('bodyCommand')).toMatchObject({ tracker: { name: 'mediapipe' } })
  expect(stage.told('bodyPace')).toBe(30)
  await stage.request('watchBody', { isOn: false })
  expect(stage.told('bodyCommand')).toEqual({ kind: 'rest' })
  await stage.request('switchProject', { id: 'gymnast' })
  await stage.wait(0)
  expect(stage.told('bodyPace')).toBe(12)
})

test('a body does nothing in a project that binds nothing of it', async () => {
  stage = await appStage({ folder, options: { project: 'desktop' } })
  await stage.bodies(600, standing)
  await stage.bodies(800, armsUp)
  expect(stage.log).toEqual([])
})
