import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { HandCalibration } from '../../../src/core/pointer/hand-calibration.ts'
import { inEnglish } from '../../../src/core/sentence/sentence.ts'
import { appStage, type AppStage } from '../../support/app-stage.ts'
import { pinchShape } from '../../support/hand/shapes.ts'
import { inWords } from '../../support/in-words.ts'

let folder: string
let stage: AppStage
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beckon-tuning-'))
  stage = await appStage({ folder })
})
afterEach(async () => {
  await stage.close()
  await rm(folder, { recursive: true })
})

const acts = (): readonly string[] => stage.log.filter((what) => !what.startsWith('move'))
/** A pinch of the index finger, from a relaxed hand that has been there for a while. */
async function pinch(on: AppStage = stage): Promise<void> {
  await on.hands(600, { shape: 'relaxed' })
  for (const closed of [0.3, 0.6, 0.9, 1, 1, 1]) {
    await on.hands(33, { shape: pinchShape('index', closed) })
  }
  await on.hands(300, { shape: 'relaxed' })
}

describe('shadow mode', () => {
  it('sends nothing, and counts what would have fired', async () => {
    await stage.request('setShadow', { isOn: true })
    await pinch()
    await pinch()
    await stage.request('setShadow', { isOn: false })
    expect(stage.log).toEqual([])
    expect(stage.told('shadow')).toMatchObject({
      isOn: false,
      project: 'desktop',
      gestures: [{ gesture: 'pinch.index', count: 2, proposal: { kind: 'too-early' } }],
    })
  })
  it('acts again when it is off, and says in between that nothing is sent', async () => {
    await stage.request('setShadow', { isOn: true })
    const during = stage.app.stateStore.current().isDryRun
    await stage.request('setShadow', { isOn: false })
    await pinch()
    expect([during, stage.app.stateStore.current().isDryRun, acts()]).toEqual([
      true,
      false,
      ['click left 1'],
    ])
  })
  it('lets go of a drag when it begins', async () => {
    await stage.hands(600, { shape: 'relaxed' })
    await stage.hands(1500, { shape: 'pinch-index' })
    await stage.request('setShadow', { isOn: true })
    expect(acts()).toEqual([expect.stringContaining('press left'), 'release left'])
  })
  it('keeps its counts over a restart, and is off then', async () => {
    await stage.request('setShadow', { isOn: true })
    await pinch()
    await stage.close()
    stage = await appStage({ folder })
    expect(stage.told('shadow')).toMatchObject({ isOn: false, gestures: [{ count: 1 }] })
  })
  it('puts an accepted proposal in force, and takes it back', async () => {
    await stage.close()
    const newest = [1, 2, 3].map(() => ({ peakScore: 0.93, heldMs: 300 }))
    const ledger = { watchedMs: 3_600_000, firings: { 'pinch.index': { count: 3, newest } } }
    const shadow = { budgetPerHour: 2, projects: { desktop: { ledger, thresholds: {} } } }
    await writeFile(join(folder, 'shadow.json'), JSON.stringify(shadow))
    stage = await appStage({ folder })
    expect((await stage.request('acceptProposal', { gesture: 'pinch.index' })).ok).toBe(true)
    await pinch()
    expect(acts()).toEqual([])
    expect(stage.told('thresholds')).toEqual({ desktop: { 'pinch.index': { minScore: 0.94 } } })
    await stage.request('revokeProposal', { gesture: 'pinch.index' })
    await pinch()
    expect(acts()).toEqual(['click left 1'])
    expect(stage.told('thresholds')).toEqual({ desktop: {} })
  })
  it('tells a page that comes later what was accepted, in every project', async () => {
    await stage.close()
    const thresholds = { 'pose.fist': { isOff: true } }
    const browser = { ledger: { watchedMs: 0, firings: {} }, thresholds }
    const shadow = { budgetPerHour: 2, projects: { browser } }
    await writeFile(join(folder, 'shadow.json'), JSON.stringify(shadow))
    stage = await appStage({ folder })
    expect(stage.told('thresholds')).toEqual({ browser: thresholds })
  })
  it('refuses what it has no proposal for', async () => {
    expect((await stage.request('acceptProposal', { gesture: 'pinch.index' })).ok).toBe(false)
    expect((await stage.request('acceptProposal', { gesture: 'nonsense' })).ok).toBe(false)
  })
  it('starts afresh beside a broken file, and says so', async () => {
    await stage.close()
    await writeFile(join(folder, 'shadow.json'), '{"budgetPerHour": "many"}')
    stage = await appStage({ folder })
    expect(stage.told('shadow')?.gestures).toEqual([])
    const [problem] = stage.app.stateStore.current().problems
    expect(inWords(problem?.message)).toContain('shadow.broken-1.json')
  })
})

const CALIBRATION: HandCalibration = {
  restNoisePalms: 0.006,
  minCutoffHz: 2.2,
  reach: { widthPalms: 4, heightPalms: 2.4, centre: { x: 0.6, y: 0.5 } },
}

describe('calibrating', () => {
  it.each([
    ['calibration', 'Calibrating your hand.'],
    ['preview', 'Trying things out.'],
  ] as const)('makes hands do nothing until it ends, and says why: %s', async (reason, words) => {
    await stage.request('suspendHands', { reason })
    await pinch()
    const hint = stage.app.stateStore.current().hint
    await stage.request('resumeHands', { reason })
    await pinch()
    expect([hint, acts()]).toEqual([words, ['click left 1']])
  })
  it('ends with the page that asked for it, and keeps what was there', async () => {
    await stage.request('keepCalibration', { side: 'right', calibration: CALIBRATION })
    await stage.request('suspendHands', { reason: 'calibration' })
    await stage.request('suspendHands', { reason: 'preview' })
    stage.cut()
    expect(inWords(stage.app.stateStore.current().hint) ?? '').not.toMatch(/Calibrating|Trying/)
    const kept: unknown = JSON.parse(await readFile(join(folder, 'calibrations.json'), 'utf8'))
    expect(kept).toEqual({ right: CALIBRATION })
  })
  it('is remembered per hand, and forgotten on demand', async () => {
    await stage.request('keepCalibration', { side: 'right', calibration: CALIBRATION })
    await stage.request('keepCalibration', { side: 'left', calibration: CALIBRATION })
    await stage.request('forgetCalibration', { side: 'left' })
    await stage.close()
    stage = await appStage({ folder })
    expect(stage.told('calibrations')).toEqual({ right: CALIBRATION })
  })
})

describe('pointing tests', () => {
  const trial = { movementMs: 1000, alongPx: 3, isHit: true, reentries: 0 }
  const tests = [{ condition: { distancePx: 500, widthPx: 40 }, trials: [trial, trial] }]

  it('are kept with the settings in force, and exported', async () => {
    const kept = await stage.request('keepPointingTest', { tests })
    const listed = await stage.request('listPointingTests', {})
    const exported = await stage.request('exportPointingTests', {})
    if (!kept.ok || !listed.ok || !exported.ok) throw new Error('not answered')
    expect(kept.value.result.settings).toMatchObject({
      project: 'desktop',
      'pointer.minCutoffHz': 2.5,
      calibratedHands: 'none',
    })
    expect(listed.value.results).toEqual([kept.value.result])
    expect(exported.value.text.split('\r\n')).toHaveLength(3)
  })
  it('are kept with what acts: limits of the calibrated hand, not those that it stands in for', async () => {
    const pinch = { touchRatio: 0.42, partRatio: 0.6 }
    await stage.request('keepCalibration', {
      side: 'right',
      calibration: { ...CALIBRATION, pinch },
    })
    const kept = await stage.request('keepPointingTest', { tests })
    if (!kept.ok) throw new Error(inEnglish(kept.problem.message))
    expect(kept.value.result.settings).toMatchObject({
      calibratedHands: 'right',
      'pinch.touchRatio': 0.42,
    })
  })
  it('are deleted one by one', async () => {
    await stage.request('keepPointingTest', { tests })
    const kept = await stage.request('keepPointingTest', { tests })
    if (!kept.ok) throw new Error(inEnglish(kept.problem.message))
    await stage.request('deletePointingTest', { id: kept.value.result.id })
    const listed = await stage.request('listPointingTests', {})
    expect(listed.ok && listed.value.results).toHaveLength(1)
  })
})
