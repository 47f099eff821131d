import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { failed, ok, type Result } from '../../../src/contract/boundary/result.ts'
import { settingsSchema } from '../../../src/contract/channels/settings.ts'
import type { Request } from '../../../src/contract/channels/channels.ts'
import type { Project } from '../../../src/core/project/project.ts'
import { openDesktop } from '../../support/page/desktop-project.ts'
import { verbatim } from '../../../src/core/sentence/sentence.ts'
import {
  axeViolations,
  buttonNamed,
  fineState,
  openWindow,
  prefer,
  shownText,
  soon,
  type OpenedWindow,
} from '../../support/page/page-stage.ts'

const desktop = openDesktop.project

let opened: OpenedWindow
afterEach(() => opened.close())

/** A window on the projects page, with a host that saves whatever comes. */
async function openPage(answers: Partial<Record<Request, Result<unknown>>> = {}): Promise<void> {
  let revision = 1
  opened = openWindow('projects', (name) => {
    const answer = answers[name]
    if (answer) return answer
    if (name === 'readProject') return ok(openDesktop)
    if (name === 'readKeyNames') return ok({ keys: ['ctrl', 'alt', 'left', 't'] })
    if (name === 'saveProject')
      return ok({ kind: 'saved', revision: `${++revision}`, inactive: [] })
    if (name === 'deleteProject') return ok({ undo: 'token' })
    return ok({})
  })
  opened.end.tell('state', fineState)
  opened.end.tell('projects', [
    {
      id: 'desktop',
      name: 'Desktop',
      about: verbatim('Everything'),
      origin: 'changed',
      gestures: [],
    },
    { id: 'mine', name: 'Mine', origin: 'own', inactiveCount: 2 },
  ])
  await soon(() => expect(shownText()).toContain('New project'))
}
async function openEditor(answers?: Partial<Record<Request, Result<unknown>>>): Promise<void> {
  await openPage(answers)
  buttonNamed('Edit Desktop').click()
  await soon(() => expect(shownText()).toContain('Gestures and what they do'))
}
const saved = (): Project[] =>
  opened.end.asked
    .filter(({ name }) => name === 'saveProject')
    .map(({ payload }) => (payload as { project: Project }).project)
const lastSaved = (): Project => saved().at(-1)!
const field = (name: string): HTMLSelectElement & HTMLInputElement => {
  const label = [...document.querySelectorAll('label.field')].find(
    (one) => one.querySelector('span')?.textContent.split(':')[0]?.trim() === name,
  )
  const found = label?.querySelector<HTMLSelectElement & HTMLInputElement>('input, select')
  if (!found) throw new Error(`There is no field "${name}"`)
  return found
}

/** What was asked for besides reading. */
const changes = (): readonly unknown[] =>
  opened.end.asked.filter(({ name }) => !name.startsWith('read'))

test('offers what was deleted earlier, and brings it back', async () => {
  const projects = [{ id: 'media', name: 'Media' }]
  await openPage({ readDeletedProjects: ok({ projects }) })
  await soon(() => expect(shownText()).toContain('Deleted: 1'))
  document.querySelector('summary')?.click()
  buttonNamed('Bring back Media').click()
  await soon(() => expect(shownText()).toContain('“Media” is back.'))
  expect(changes()).toEqual([{ name: 'restoreProject', payload: { id: 'media' } }])
})

test('lists what there is, and brings back what was deleted', async () => {
  await openPage()
  expect(shownText()).toContain('2 gestures do nothing here')
  expect(shownText()).toContain('Changed by you')
  buttonNamed('Delete: Mine').click()
  await soon(() => expect(shownText()).toContain('“Mine” was deleted.'))
  buttonNamed('Undo').click()
  buttonNamed('Use Mine').click()
  buttonNamed('Move down: Desktop').click()
  await soon(() => expect(shownText()).toContain('“Desktop” is at place 2.'))
  buttonNamed('Undo').click()
  await soon(() => expect(changes()).toHaveLength(5))
  expect(changes()).toEqual([
    { name: 'deleteProject', payload: { id: 'mine' } },
    { name: 'undoProject', payload: { undo: 'token' } },
    { name: 'switchProject', payload: { id: 'mine' } },
    { name: 'moveProject', payload: { id: 'desktop', toIndex: 1 } },
    { name: 'moveProject', payload: { id: 'desktop', toIndex: 0 } },
  ])
})

test('a gesture of the body is bound without a hand, and its classifier is switched on', async () => {
  await openEditor()
  buttonNamed('Add a gesture').click()
  await soon(() => expect(saved()).toHaveLength(1))
  await userEvent.selectOptions(field('Hand'), 'Left hand')
  await userEvent.selectOptions(field('Gesture'), 'arms up')
  await soon(() =>
    expect(lastSaved().bindings.at(-1)).toMatchObject({ gesture: 'body.arms-up', hand: 'either' }),
  )
  expect(lastSaved().classifiers['body']).toEqual({})
  expect(() => field('Hand')).toThrow('There is no field "Hand"')
})

test('a gesture may act when it is let go of: then it neither lasts nor repeats', async () => {
  await openEditor()
  buttonNamed('Add a gesture').click()
  await soon(() => expect(saved()).toHaveLength(1))
  await userEvent.selectOptions(field('When'), 'Again and again')
  await userEvent.selectOptions(field('Acts'), 'When it is let go of')
  await soon(() =>
    expect(lastSaved().bindings.at(-1)?.trigger).toMatchObject({ phase: 'ended', mode: 'once' }),
  )
  const modes = [...field('When').querySelectorAll('option')].map(({ value }) => value)
  expect(modes).toEqual(['once', 'toggle'])
  await soon(() => expect(shownText()).toContain('when let go of'))
})

test('a gesture is added, given an action by keyboard, saved, undone and done again', async () => {
  await openEditor()
  buttonNamed('Add a gesture').focus()
  await userEvent.keyboard('{Enter}')
  await soon(() => expect(saved()).toHaveLength(1))
  expect(lastSaved().bindings).toHaveLength(desktop.bindings.length + 1)
  await userEvent.selectOptions(field('Does'), 'Press keys')
  const keys = await soon(() => field('Keys'))
  await userEvent.clear(keys)
  await userEvent.type(keys, 'ctrl + nonsense{Enter}')
  await soon(() => expect(shownText()).toContain('There is no key called nonsense.'))
  await userEvent.clear(keys)
  await userEvent.type(keys, 'Ctrl + T{Enter}')
  await soon(() =>
    expect(lastSaved().bindings.at(-1)?.action).toEqual({ kind: 'key.chord', keys: ['ctrl', 't'] }),
  )
  for (let step = 0; step < 3; step += 1) {
    const before = saved().length
    buttonNamed('Undo').click()
    await soon(() => expect(saved().length).toBeGreaterThan(before))
  }
  expect(lastSaved()).toEqual(desktop)
  expect(buttonNamed('Undo').disabled).toBe(true)
  buttonNamed('Redo').click()
  await soon(() => expect(lastSaved().bindings).toHaveLength(desktop.bindings.length + 1))
})

test('switches the classifier on that a gesture needs, and shows two bindings on one gesture', async () => {
  await openEditor()
  buttonNamed('Add a gesture').click()
  await soon(() => expect(field('Gesture')).toBeDefined())
  await userEvent.selectOptions(field('Gesture'), '4 fingers')
  await soon(() => expect(lastSaved().classifiers['finger-count']).toEqual({}))
  await userEvent.selectOptions(field('Gesture'), 'index pinch')
  await soon(() => expect(shownText()).toMatch(/The same gesture also does: click; hold to drag/))
})

test('binds a word that is spelled, in capitals, and keeps no word that cannot be', async () => {
  await openEditor()
  buttonNamed('Add a gesture').click()
  await soon(() => expect(field('Gesture')).toBeDefined())
  await userEvent.selectOptions(field('Gesture'), 'A word that you spell')
  await soon(() => expect(field('Word (2 to 12 letters)')).toBeDefined())
  await userEvent.fill(field('Word (2 to 12 letters)'), 'vol')
  await userEvent.keyboard('{Enter}')
  await soon(() => expect(lastSaved().bindings.at(-1)?.gesture).toBe('spelled.VOL'))
  expect(lastSaved().classifiers['sign-letters']).toEqual({})
  await userEvent.fill(field('Word (2 to 12 letters)'), 'v 2')
  await userEvent.keyboard('{Enter}')
  await soon(() => expect(field('Word (2 to 12 letters)').value).toBe('VOL'))
})

test('what is changed elsewhere while nothing is unsaved is shown at once, and can be undone', async () => {
  const answers = { readProject: ok(openDesktop) }
  await openEditor(answers)
  const theirs = { ...openDesktop, revision: 'theirs', project: { ...desktop, name: 'Desk' } }
  answers.readProject = ok(theirs)
  opened.end.tell('projects', [{ id: 'desktop', name: 'Desk', revision: 'theirs' }])
  await soon(() => expect(field('Name').value).toBe('Desk'))
  buttonNamed('Undo').click()
  await soon(() => expect(lastSaved().name).toBe('Desktop'))
})

test('a change made elsewhere is never overwritten unasked', async () => {
  const theirs = { ...openDesktop, revision: '9', project: { ...desktop, name: 'Theirs' } }
  await openEditor({ saveProject: ok({ kind: 'conflict', now: theirs }) })
  buttonNamed('Add a gesture').click()
  await soon(() => expect(shownText()).toContain('changed elsewhere'))
  buttonNamed('Take that one').click()
  await soon(() => expect(field('Name').value).toBe('Theirs'))
  expect(saved()).toHaveLength(1)
})

test('says what is wrong with a project that the host refuses', async () => {
  const problems = [{ path: ['name'], message: verbatim('This name is taken.') }]
  await openEditor({ saveProject: ok({ kind: 'refused', problems }) })
  await userEvent.fill(field('Name'), 'Browser')
  await userEvent.keyboard('{Enter}')
  await soon(() => expect(shownText()).toContain('Not saved: This name is taken.'))
})

test.each(['light', 'dark'] as const)(
  'axe finds nothing wrong: list, editor, open card, %s',
  async (theme) => {
    await prefer(theme)
    await openPage()
    expect(await axeViolations()).toEqual([])
    buttonNamed('Edit Desktop').click()
    await soon(() => expect(shownText()).toContain('Gestures and what they do'))
    buttonNamed('Add a gesture').click()
    await soon(() => expect(field('Gesture')).toBeDefined())
    expect(await axeViolations()).toEqual([])
  },
)

test('offers clicking by keeping still, and pointing as on a trackpad', async () => {
  await openEditor()
  const choose = (text: string): void =>
    [...document.querySelectorAll('label')].find((one) => one.innerText.trim() === text)!.click()
  choose('Both')
  await soon(() => expect(lastSaved().pointer.clickSource).toBe('both'))
  await userEvent.selectOptions(field('Keeping still does'), 'Double click')
  await soon(() => expect(lastSaved().pointer.dwell.click).toBe('double'))
  choose('Like a trackpad')
  await soon(() => expect(lastSaved().pointer.mode).toBe('relative'))
  expect(shownText()).toContain('Fast movement goes farther')
})

const restricted = {
  fingerprint: 'f1',
  parts: [
    { gesture: 'pinch.index', does: verbatim("starts /bin/sh with -c 'date > x'") },
    { gesture: 'pose.fist', does: verbatim('types “rm…'), exactly: `rm${' -rf ~'.repeat(60)}⏎` },
    { does: verbatim('comes into force by itself in front of windows whose title has “e”') },
  ],
}
const fromOutside = (more: object = {}): void => {
  opened.end.tell('projects', [
    { id: 'desktop', name: 'Desktop', revision: '1', withheld: { count: 3, ...more } },
  ])
}

test('shows what a project from outside would do, and a person says yes by keyboard', async () => {
  await openPage({ readRestricted: ok(restricted) })
  fromOutside()
  await soon(() => expect(shownText()).toContain('Off until you allow it'))
  await soon(() => expect(shownText()).toContain("index pinch: starts /bin/sh with -c 'date > x'"))
  expect(shownText()).toContain('windows whose title has “e”')
  expect(shownText()).toContain('-rf ~⏎')
  buttonNamed('Allow this Desktop').focus()
  await userEvent.keyboard('{Enter}')
  await soon(() => expect(shownText()).toContain('“Desktop” may do all of this now.'))
  expect(document.activeElement?.tagName).toBe('H2')
  expect(changes()).toEqual([
    {
      name: 'answerRestricted',
      payload: { id: 'desktop', fingerprint: 'f1', answer: 'allowed' },
    },
  ])
})

test('leaves off what was left off, and offers it where somebody looks', async () => {
  await openPage({ readRestricted: ok({ ...restricted, answer: 'left-off' }) })
  fromOutside({ answer: 'left-off' })
  await soon(() => expect(shownText()).toContain('3 parts are left off'))
  expect(shownText()).not.toContain('Leave it off')
  document.querySelector<HTMLElement>('li summary')?.click()
  await soon(() => expect(buttonNamed('Allow this Desktop').disabled).toBe(false))
})

test('an answer to what has changed meanwhile is none: it is shown anew', async () => {
  const answers = {
    readRestricted: ok(restricted) as Result<unknown>,
    answerRestricted: failed(verbatim('This project has changed meanwhile.')),
  }
  await openPage(answers)
  fromOutside()
  await soon(() => expect(shownText()).toContain('/bin/sh'))
  answers.readRestricted = ok({ fingerprint: 'f2', parts: [{ does: verbatim('starts xterm') }] })
  buttonNamed('Leave it off Desktop').click()
  await soon(() => expect(shownText()).toContain('starts xterm'))
  expect(shownText()).toContain('Off until you allow it')
})

test('the editor says which bindings are off, and asks there, too', async () => {
  const launch = { kind: 'launch', target: 'xterm', args: [] } as const
  const [first] = desktop.bindings
  const project = { ...desktop, bindings: [{ ...first, action: launch }, ...desktop.bindings] }
  await openEditor({
    readProject: ok({ ...openDesktop, project }),
    readRestricted: ok(restricted),
  })
  fromOutside()
  await soon(() => expect(shownText()).toContain('Off until you allow it: see above.'))
  expect(shownText().match(/see above/g)).toHaveLength(1)
  buttonNamed('Allow this Desktop').click()
  await soon(() => expect(changes()).toHaveLength(1))
})

test.each([
  ['light', 'en'],
  ['dark', 'de'],
] as const)('axe finds nothing wrong with the question, %s, %s', async (theme, language) => {
  await prefer(theme)
  await openPage({ readRestricted: ok(restricted) })
  opened.end.tell('settings', { ...settingsSchema.parse({}), language })
  fromOutside()
  await soon(() => expect(shownText()).toContain('/bin/sh'))
  expect(await axeViolations()).toEqual([])
})
