import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { appStage, type AppStage } from '../../support/app-stage.ts'
import { withBodyBinding } from '../../support/body/body-project.ts'
import { shippedProject } from '../../support/hand/stage.ts'

let folder: string
let stage: AppStage
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beckon-paused-'))
  await mkdir(join(folder, 'projects'))
  const desktop = shippedProject('desktop')
  const pausing = withBodyBinding(
    withBodyBinding(desktop, 'pose.fist', { kind: 'mode', mode: 'paused' }),
    ...(['pose.fist', { kind: 'key.hold', keys: ['space'] }, 'hold'] as const),
  )
  const file = join(folder, 'projects', 'pausing.json')
  await writeFile(file, JSON.stringify({ ...pausing, id: 'pausing', name: 'Pausing' }))
  stage = await appStage({ folder, options: { project: 'pausing' } })
})
afterEach(async () => {
  await stage.close()
  await rm(folder, { recursive: true })
})

it('a gesture that pauses does so at once and for good: the camera is not opened again', async () => {
  const modes: string[] = []
  stage.app.stateStore.onChange(({ mode }) => {
    if (mode !== modes.at(-1)) modes.push(mode)
  })
  await stage.hands(700, { shape: 'relaxed' })
  await stage.hands(1000, { shape: 'fist' })
  expect(modes).toEqual(['engaged', 'paused'])
})

it('what else the same gesture means is neither sent nor held once it has paused', async () => {
  await stage.hands(700, { shape: 'relaxed' })
  await stage.hands(1000, { shape: 'fist' })
  expect(stage.app.stateStore.current().mode).toBe('paused')
  expect(stage.log.filter((what) => !what.startsWith('move'))).toEqual([])
})
