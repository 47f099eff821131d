import { afterEach, expect, it } from 'vitest'
import { stateChannels } from '../../../src/contract/channels/channels.ts'
import { appStage, type AppStage } from '../../support/app-stage.ts'
import { until } from '../../support/until.ts'

let stage: AppStage
afterEach(() => stage.close())

/** What the page knows of how things are. */
const known = (): Record<string, unknown> =>
  Object.fromEntries(
    stateChannels
      .map((name) => [name, stage.told(name)] as const)
      .filter(([, value]) => value !== undefined),
  )

it('a page that is loaded anew knows all that the one before it knew', async () => {
  stage = await appStage()
  await stage.request('switchProject', { id: 'browser' })
  await stage.request('changeSettings', { theme: 'dark' })
  await stage.request('setMode', { mode: 'paused' })
  await stage.request('startRecording', {})
  const before = known()
  stage.reload()
  expect(known()).toEqual(before)
  expect(Object.keys(before).toSorted()).toEqual([
    ...['bodyCommand', 'calibrations', 'cameraCommand', 'foreground', 'projects', 'recording'],
    ...['service', 'settings', 'shadow', 'spelling', 'state', 'thresholds', 'trackerCommand'],
  ])
  expect(before).toMatchObject({
    state: { mode: 'paused', project: { id: 'browser' } },
    settings: { theme: 'dark', project: 'browser' },
    cameraCommand: { open: false },
    recording: { kind: 'running' },
    shadow: { project: 'browser' },
  })
})

it('bodies are looked for no longer when the page is gone that looked at them', async () => {
  stage = await appStage()
  await stage.request('chooseBodyTracker', { tracker: 'mediapipe' })
  await stage.request('watchBody', { isOn: true })
  // The model is looked at first.
  await until('an order', async () => {
    await stage.hands(30)
    return stage.told('bodyCommand')?.kind === 'track'
  })
  stage.cut()
  stage.reload()
  expect(stage.told('bodyCommand')).toEqual({ kind: 'rest' })
})
