import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Result } from '../../src/contract/boundary/result.ts'
import { inEnglish } from '../../src/core/sentence/sentence.ts'
import type { Project } from '../../src/core/project/project.ts'
import { appStage, type AppStage } from '../support/app-stage.ts'
import { pinchShape } from '../support/hand/shapes.ts'

/**
 * A project that came from outside came into force by itself and started a program at the next pinch, without anybody having
 * chosen it.
 */
const SHIPPED = join(import.meta.dirname, '../../resources/projects')
const ID = 'shared-by-a-friend'

let folder: string
let stage: AppStage
/** As somebody might share it. */
let shared: Project

const open = async (project = 'desktop'): Promise<void> => {
  stage = await appStage({ folder, options: { project } })
  await stage.hands(700, { shape: 'relaxed' })
}
const reopen = async (): Promise<void> => {
  await stage.close()
  await open()
}
const userFile = (name: string): string => join(folder, 'projects', `${name}.json`)
const put = async (project: Project, path = userFile(project.id)): Promise<void> => {
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, JSON.stringify(project))
}
const binding = (action: Project['bindings'][number]['action']) =>
  ({
    ...{ gesture: 'pinch.index', hand: 'either', companions: [], action },
    trigger: { mode: 'once', dwellMs: 0, repeatMs: 0, minScore: 0, phase: 'began' },
  }) as Project['bindings'][number]
const LAUNCH = binding({ kind: 'launch', target: '/bin/sh', args: ['-c', 'date > x'] })

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beckon-outside-'))
  const desktop = JSON.parse(await readFile(join(SHIPPED, 'desktop.json'), 'utf8')) as Project
  shared = {
    ...{ ...desktop, id: ID, name: 'Shared by a friend', bindings: [LAUNCH] },
    switching: { rules: [{ title: 'e' }], isSticky: false },
  }
})
afterEach(async () => {
  await stage.close()
  await rm(folder, { recursive: true })
})

function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(inEnglish(result.problem.message))
  return result.value
}
const inForce = (): string => stage.app.stateStore.current().project.id
const listed = (id = ID) => stage.told('projects')?.find((one) => one.id === id)
const started = (): readonly string[] => stage.log.filter((what) => what.startsWith('open '))
const restricted = async (id = ID) => value(await stage.request('readRestricted', { id }))
const allow = async (id = ID) =>
  value(
    await stage.request('answerRestricted', {
      ...{ id, answer: 'allowed', fingerprint: (await restricted(id)).fingerprint },
    }),
  )
async function pinch(): Promise<void> {
  await stage.hands(500, { shape: 'relaxed' })
  await stage.hands(700, { shape: pinchShape('index', 1) })
  await stage.hands(2500, { shape: 'relaxed' })
}
/** What it does when it is chosen by hand and the hand pinches. */
async function startedBy(id = ID): Promise<readonly string[]> {
  await stage.request('switchProject', { id: 'desktop' })
  await stage.request('switchProject', { id })
  const before = started().length
  await pinch()
  return started().slice(before)
}
async function saved(id: string, change: (project: Project) => Project): Promise<void> {
  const { project, revision } = value(await stage.request('readProject', { id }))
  const answer = value(await stage.request('saveProject', { project: change(project), revision }))
  expect(answer.kind).toBe('saved')
}

describe('a project that was put into the folder', () => {
  beforeEach(async () => {
    await put(shared)
    await open()
  })

  it('neither comes into force by itself nor starts anything, until a person says yes', async () => {
    stage.app.switcher.programInFront({ program: 'xev', title: 'Editor' })
    expect(inForce()).toBe('desktop')
    expect(await startedBy()).toEqual([])
    await allow()
    expect(inForce()).toBe(ID)
    await pinch()
    expect(started()).toEqual(['open /bin/sh'])
    await stage.request('switchProject', { id: 'desktop' })
    stage.app.switcher.programInFront({ program: 'other', title: 'x' })
    stage.app.switcher.programInFront({ program: 'xev', title: 'Editor' })
    expect(inForce()).toBe(ID)
  })

  it('starts nothing either when Beckon is started with it', async () => {
    await stage.close()
    await open(ID)
    expect(inForce()).toBe(ID)
    const { name } = value(await stage.request('startRecording', {}))
    await pinch()
    expect(started()).toEqual([])
    value(await stage.request('stopRecording', {}))
    const { decisions } = value(await stage.request('replayRecording', { name }))
    const outcomes = decisions.flatMap((one) => (one.kind === 'verdict' ? [one.outcome] : []))
    expect(outcomes).toContain('withheld')
  })

  it('is shown with what it would do, in words', async () => {
    expect(listed()?.withheld).toEqual({ count: 2 })
    const { parts, answer } = await restricted()
    expect(answer).toBeUndefined()
    expect(parts.map(({ gesture, does }) => [gesture, inEnglish(does)])).toEqual([
      ['pinch.index', "starts /bin/sh with -c 'date > x'"],
      [undefined, 'comes into force by itself in front of windows whose title has “e”'],
    ])
    expect(
      stage.app.stateStore.current().problems.map(({ message }) => inEnglish(message)),
    ).toEqual([
      '“Shared by a friend” came from outside: 2 of its parts are off until you allow them.',
    ])
  })

  it('may be left off, which is no problem any more, and allowed later', async () => {
    const { fingerprint } = await restricted()
    value(await stage.request('answerRestricted', { id: ID, fingerprint, answer: 'left-off' }))
    expect(listed()?.withheld).toEqual({ count: 2, answer: 'left-off' })
    expect(stage.app.stateStore.current().problems).toEqual([])
    await reopen()
    expect(listed()?.withheld).toEqual({ count: 2, answer: 'left-off' })
    expect(await startedBy()).toEqual([])
    await allow()
    expect(await startedBy()).toEqual(['open /bin/sh'])
  })

  it('stays allowed over restarts, and is asked about when other parts come in', async () => {
    await allow()
    await reopen()
    expect(await startedBy()).toEqual(['open /bin/sh'])
    await put({ ...shared, name: 'Renamed', bindings: [LAUNCH, ...shared.bindings].slice(1) })
    await stage.request('readProject', { id: ID })
    await reopen()
    expect(listed()).toMatchObject({ name: 'Renamed' })
    expect(listed()?.withheld).toBeUndefined()
    const other = binding({ kind: 'launch', target: '/bin/sh', args: ['-c', 'other'] })
    await put({ ...shared, bindings: [other] })
    await reopen()
    expect(listed()?.withheld).toEqual({ count: 2 })
    expect(await startedBy()).toEqual([])
  })

  it('is allowed what was shown, and not what it holds by then', async () => {
    const { fingerprint } = await restricted()
    await put({ ...shared, bindings: [LAUNCH, binding({ kind: 'key.text', text: 'x\n' })] })
    const late = await stage.request('answerRestricted', {
      ...{ id: ID, fingerprint, answer: 'allowed' },
    })
    expect(late.ok ? '' : inEnglish(late.problem.message)).toMatch(/changed meanwhile/)
    expect(await startedBy()).toEqual([])
  })

  it('stays as it is when a rule of it is changed in the app, or it is copied', async () => {
    await saved(ID, (project) => ({
      ...project,
      switching: { ...project.switching, rules: [{ program: 'firefox' }] },
    }))
    expect(listed()?.withheld).toEqual({ count: 2 })
    expect(await startedBy()).toEqual([])
    const { id } = value(await stage.request('duplicateProject', { id: ID }))
    expect(listed(id)?.withheld).toEqual({ count: 2 })
    expect(await startedBy(id)).toEqual([])
  })

  it('leads a replay to say that its binding was off', async () => {
    await stage.request('switchProject', { id: ID })
    const { name } = value(await stage.request('startRecording', {}))
    await pinch()
    value(await stage.request('stopRecording', {}))
    const { decisions, isSame } = value(await stage.request('replayRecording', { name }))
    expect(isSame).toBe(true)
    const outcomes = decisions.flatMap((one) => (one.kind === 'verdict' ? [one.outcome] : []))
    expect(outcomes).toContain('withheld')
    expect(outcomes).not.toContain('acted')
  })

  it.each(['{ broken', '{"version":1,"answers":{"x":1}}', '[]', ''])(
    'is not allowed by a broken file of answers: %j',
    async (text) => {
      await allow()
      const path = join(folder, 'project-trust.json')
      expect((await stat(path)).mode & 0o777).toBe(0o600)
      await stage.close()
      await writeFile(path, text)
      for (let start = 0; start < 2; start += 1) {
        await open()
        expect(listed()?.withheld).toEqual({ count: 2 })
        if (start === 0) await stage.close()
      }
    },
  )
})

describe('a project that is imported', () => {
  it('is asked about, though one of the same parts and another name is allowed', async () => {
    await put(shared)
    await open()
    await allow()
    const text = JSON.stringify({ ...shared, name: 'Another' })
    const imported = value(await stage.request('importProject', { fileName: 'another.json', text }))
    expect(imported).toMatchObject({ id: 'another', withheldCount: 2 })
    expect(await startedBy('another')).toEqual([])
  })
})

describe('no question is needed', () => {
  it('for what is made by hand in the app, from nothing or from what is shipped', async () => {
    await open()
    const { id } = value(await stage.request('createProject', { name: 'Mine' }))
    await saved(id, (project) => ({
      ...{ ...project, bindings: [LAUNCH], switching: shared.switching },
      classifiers: shared.classifiers,
    }))
    const copy = value(await stage.request('duplicateProject', { id })).id
    const browser = value(await stage.request('duplicateProject', { id: 'browser' })).id
    await saved('media', (project) => ({ ...project, about: 'Mine' }))
    await reopen()
    const withheld = [id, copy, browser, 'media'].map((one) => listed(one)?.withheld)
    expect(withheld).toEqual([undefined, undefined, undefined, undefined])
    expect(await startedBy(id)).toEqual(['open /bin/sh'])
    expect(await startedBy(copy)).toEqual(['open /bin/sh'])
  })

  it('for what an earlier Beckon had in force, as long as it is as it was then', async () => {
    await put(shared)
    await put({ ...shared, id: 'grown' })
    const copy = (id: string): string => join(folder, 'projects', '.last-good', `${id}.json`)
    await put(shared, copy(ID))
    await put({ ...shared, id: 'grown', bindings: [] }, copy('grown'))
    await open()
    expect([listed()?.withheld, listed('grown')?.withheld]).toEqual([undefined, { count: 2 }])
    // What came later was read, too, by a Beckon that asks.
    await put({ ...shared, id: 'late' })
    await reopen()
    await reopen()
    expect(listed('late')?.withheld).toEqual({ count: 2 })
  })
})
