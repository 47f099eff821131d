import { failed, ok } from '../../../../src/contract/boundary/result.ts'
import { say } from '../../../../src/contract/words/say.ts'
import { soon } from '../page-stage.ts'
import { press, untilSaid, type Scene } from './scene.ts'
import { wholeAnswer } from './whole-host.ts'
import { wholeProject } from './whole-project.ts'

const cards = (): readonly HTMLButtonElement[] => [
  ...document.querySelectorAll<HTMLButtonElement>('.summary'),
]

async function openEditor(): Promise<void> {
  await press('Edit')
  await soon(() => {
    if (cards().length === 0) throw new Error('The editor is not open')
  })
}

/** Changes the name, which is enough for the project to be saved. */
function rename(): void {
  const name = document.querySelector<HTMLInputElement>('.names input')
  if (!name) throw new Error('There is no field for the name')
  name.value = 'Mine'
  name.dispatchEvent(new Event('change', { bubbles: true }))
}

export const projectScenes: readonly Scene[] = [
  {
    name: 'the list of projects',
    page: 'projects',
    async play(_opened, see) {
      await untilSaid('New project')
      await see('the list')
      await press('Delete')
      await see('after one was deleted')
      await press('Reset')
      await see('after one was reset')
    },
  },
  {
    name: 'the editor',
    page: 'projects',
    async play(_opened, see) {
      await openEditor()
      await see('closed')
      for (const [index, card] of cards().entries()) {
        card.click()
        await see(`binding ${index + 1}`)
      }
      await press('Add a gesture')
      await see('another binding')
    },
  },
  ...[
    {
      what: 'refused',
      answer: ok({
        kind: 'refused',
        problems: [
          { path: ['name'], message: say('There is a project called “{}” already.', 'Mine') },
        ],
      }),
    },
    {
      what: 'in conflict',
      answer: ok({ kind: 'conflict', now: { ...wholeAnswerOf(), revision: '7' } }),
    },
    {
      what: 'failed',
      answer: failed(
        say(
          '{}: {} ({}).',
          say('“{}” could not be saved', 'Mine'),
          say('the disk is full'),
          '/home',
        ),
      ),
    },
  ].map(({ what, answer }): Scene => ({
    name: `the editor, a change that is ${what}`,
    page: 'projects',
    handle: (name) => (name === 'saveProject' ? answer : undefined),
    async play(_opened, see) {
      await openEditor()
      rename()
      await see(what)
    },
  })),
  {
    name: 'the editor of a project that is gone',
    page: 'projects',
    handle: (name) =>
      name === 'readProject' ? failed(say('This project is no longer there.')) : undefined,
    async play(_opened, see) {
      await press('Edit')
      await see('gone')
    },
  },
  {
    name: 'the editor of a project without bindings',
    page: 'projects',
    handle: (name) =>
      name === 'readProject'
        ? ok({ ...wholeAnswerOf(), project: { ...wholeProject(), bindings: [] } })
        : undefined,
    async play(_opened, see) {
      await press('Edit')
      await untilSaid('Gestures and what they do')
      await see('without bindings')
    },
  },
  {
    name: 'gestures',
    page: 'gestures',
    async play(_opened, see) {
      await untilSaid('Pinch')
      await see('those of the project')
    },
  },
  {
    name: 'gestures of a project that has none',
    page: 'gestures',
    handle: (name) =>
      name === 'readProject'
        ? ok({ ...wholeAnswerOf(), project: { ...wholeProject(), bindings: [] } })
        : undefined,
    async play(_opened, see) {
      await untilSaid('Pinch')
      for (const family of document.querySelectorAll<HTMLElement>('main details summary')) {
        family.click()
      }
      await see('the rest of the library')
    },
  },
]

function wholeAnswerOf(): object {
  const answer = wholeAnswer('readProject')
  return answer.ok ? Object(answer.value) : {}
}
