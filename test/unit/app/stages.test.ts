import { expect, it } from 'vitest'
import type { MainEndpoint } from '../../../src/contract/boundary/endpoints.ts'
import { ok } from '../../../src/contract/boundary/result.ts'
import type { Stage } from '../../../src/contract/channels/status.ts'
import { stageContext } from '../../../src/node/stage-context.ts'
import type { Host } from '../../../src/main/system/host/host.ts'
import { appStage } from '../../support/app-stage.ts'

/** What each feature answers or hears, one of each: a fault there is its own, and none of control's. */
const OF_FEATURES: Readonly<Record<string, Stage>> = {
  cameras: 'camera',
  trackerTimings: 'tracking',
  body: 'body',
  bodyTimings: 'body',
  watchBody: 'body',
  beginPractice: 'letters',
  readProject: 'project',
  setShadow: 'tuning',
  keepCalibration: 'tuning',
  keepPointingTest: 'tuning',
  startRecording: 'recordings',
  openVideos: 'videos',
  runChecks: 'diagnostics',
  openDataFolder: 'diagnostics',
  service: 'service',
}

it('every feature is set up, answers and hears for its own stage; control is for none', async () => {
  const stages = new Map<string, Stage | undefined>()
  const stage = await appStage({ host: (end, connect) => listeningHost(end, connect, stages) })
  await stage.close()

  const found = Object.keys(OF_FEATURES).map((name) => [name, stages.get(name)])
  expect(Object.fromEntries(found)).toEqual(OF_FEATURES)
  expect([stages.get('frame'), stages.get('setMode')]).toEqual([undefined, undefined])
})

it('a feature whose set-up throws is told of, and the rest starts', async () => {
  const stage = await appStage({
    host: (end, connect) =>
      listeningHost(end, connect, new Map(), (name) => {
        if (name === 'openVideos') throw new Error('no videos here')
      }),
  })
  const at = [0.61, 0.47] as const
  await stage.hands(800, { shape: 'relaxed', at })

  expect(stage.app.stateStore.current().problems).toEqual([
    expect.objectContaining({ stage: 'videos' }),
  ])
  expect(stage.log.some((line) => line.includes('move'))).toBe(true)
  await stage.close()
})

/** A host that writes down for which stage anything is answered, heard or published. */
function listeningHost(
  real: MainEndpoint,
  connect: () => void,
  stages: Map<string, Stage | undefined>,
  meet: (name: string) => void = () => undefined,
): Host {
  const note = (name: string): void => {
    stages.set(name, stageContext.stage())
    meet(name)
  }
  const end: MainEndpoint = {
    ...real,
    on: (name, listener) => {
      note(name)
      return real.on(name, listener)
    },
    handle: (name, responder) => {
      note(name)
      return real.handle(name, responder)
    },
    publish: (name, value) => {
      note(name)
      real.publish(name, value)
    },
  }
  queueMicrotask(connect)
  return {
    kind: 'headless',
    prepare: () => undefined,
    end,
    expose: (file) => (typeof file === 'string' ? file : ''),
    open: () => Promise.resolve(ok(undefined)),
    onCommand: () => () => undefined,
    follow: () => undefined,
    show: () => undefined,
    showWindow: () => undefined,
    close: () => Promise.resolve(),
  }
}
