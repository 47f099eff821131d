import type { Request } from '../../../../src/contract/channels/channels.ts'
import { PSEUDO } from '../../../../src/contract/words/language.ts'
import type { Result } from '../../../../src/contract/boundary/result.ts'
import { settingsSchema, type Settings } from '../../../../src/contract/channels/settings.ts'
import { projectAbout } from '../../../../src/contract/words/shipped-projects.ts'
import { pseudo } from '../../../../src/contract/words/pseudo.ts'
import { say } from '../../../../src/contract/words/say.ts'
import type { PageId } from '../../../../src/renderer/app/pages.ts'
import { fineState, openWindow, soon, type OpenedWindow } from '../page-stage.ts'
import { wholeAnswer } from './whole-host.ts'
import { wholeProject } from './whole-project.ts'

/** A page in states that it can be in, one after another; `see` is called in each. */
export interface Scene {
  readonly name: string
  readonly page: PageId
  readonly handle?: (name: Request) => Result<unknown> | undefined
  play(opened: OpenedWindow, see: (what: string) => Promise<void>): Promise<void>
}

export const usual = (part: Partial<Settings> = {}): Settings => ({
  ...settingsSchema.parse({}),
  ...{ setupStep: 'done', language: PSEUDO },
  ...part,
})

/** A window that speaks the pseudo language, with a host that has something to say of everything. */
export function openScene({ page, handle }: Scene): OpenedWindow {
  const opened = openWindow(page, (name) => handle?.(name) ?? wholeAnswer(name))
  const { end } = opened
  end.tell('settings', usual())
  end.tell('state', fineState)
  end.tell('cameraCommand', {
    open: true,
    source: { kind: 'device', label: 'HD Webcam' },
    isSourceMirrored: false,
  })
  const gestures = wholeProject().bindings.map(({ gesture, action }) => ({ gesture, action }))
  end.tell('projects', [
    {
      ...{ id: 'desktop', name: 'Desktop', origin: 'changed', gestures, inactiveCount: 2 },
      about: projectAbout('desktop', 'The whole desktop: point, click, drag, scroll, volume.'),
      problem: say('line {}: {}', 3, say('the file is empty')),
    },
    { id: 'presentation', name: 'Presentation', origin: 'shipped', gestures: [] },
    { id: 'mine', name: 'Mine', origin: 'own', gestures: [] },
  ])
  return opened
}

const labelOf = (button: HTMLButtonElement): string =>
  button.getAttribute('aria-label') ?? button.textContent

/** Presses the first button that says this, in English. */
export const press = (english: string): Promise<void> =>
  soon(() => {
    const buttons = [...document.querySelectorAll('button')]
    const found = buttons.find((one) => !one.disabled && labelOf(one).includes(pseudo(english)))
    if (!found) throw new Error(`There is no button that says “${english}”`)
    found.click()
  })

/** Waits until the page says this, in English. */
export const untilSaid = (english: string): Promise<void> =>
  soon(() => {
    const isSaid = document.body.textContent.includes(pseudo(english))
    if (!isSaid) throw new Error(`The page does not say “${english}”`)
  })
