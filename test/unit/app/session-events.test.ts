import { afterEach, beforeEach, expect, it } from 'vitest'
import type { CausedEffect } from '../../../src/core/action/effect.ts'
import { appStage, type AppStage } from '../../support/app-stage.ts'
import { until } from '../../support/until.ts'

let stage: AppStage
beforeEach(async () => {
  stage = await appStage()
  await stage.hands(700, { shape: 'relaxed' })
})
afterEach(() => stage.close())

const moves = (): number => stage.log.filter((what) => what.startsWith('move')).length

it('publishes points that the pointer reached, and not its steps on the way', async () => {
  const done: CausedEffect[] = []
  stage.app.session.on('done', (caused) => done.push(caused))
  const before = moves()
  await stage.hands(200, { shape: 'relaxed', at: [0.4, 0.4] })
  expect([moves() > before, done]).toEqual([true, []])
  stage.wait(50)
  await until('the point', () => done.length > 0)
  expect(done.map(({ cause }) => cause)).toEqual(['pointer'])
})

it('tells of a frame, of what came out of it, and then of what that did', async () => {
  const { session } = stage.app
  const told: string[] = []
  session.on('done', ({ effect }) => told.push(`done ${effect.kind}`))
  session.on('output', ({ output }) => {
    told.push(`output ${output.effects.map(({ effect }) => effect.kind).join(' ')}`)
  })
  session.on('frame', ({ handCount }) => told.push(`frame ${String(handCount)}`))
  await stage.hands(300, { shape: 'pinch-index' })
  told.splice(0)
  await stage.hands(33, { shape: 'relaxed' })
  expect(told.filter((what) => !what.includes('move'))).toEqual([
    ...['frame 1', 'output pointer.click', 'done pointer.click'],
  ])
})

it('says why everything is let go of, before it is', async () => {
  const told: string[] = []
  stage.app.session.on('letGo', (reason) => told.push(reason))
  stage.app.session.on('output', ({ output }) => {
    for (const { phase } of output.gestures) if (phase === 'cancelled') told.push(phase)
  })
  await stage.hands(1300, { shape: 'pinch-index' })
  told.splice(0)
  stage.cut()
  expect(told).toEqual(['tracking-stopped', 'cancelled'])
})

it('tells of a project that is in force, once', async () => {
  const told: string[] = []
  stage.app.session.on('project', ({ id }) => told.push(id))
  await stage.request('switchProject', { id: 'media' })
  await stage.request('switchProject', { id: 'media' })
  expect(told).toEqual(['media'])
})
