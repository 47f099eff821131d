import type { OpenProject } from '../../../src/contract/channels/project-channels.ts'
import {
  USUAL_DWELL,
  USUAL_RELATIVE,
  type PointerSettings,
} from '../../../src/core/pointer/pointer-settings.ts'
import type { Project } from '../../../src/core/project/project.ts'
import desktopFile from '../../../resources/projects/desktop.json?raw'

const usualPointer = (): Partial<PointerSettings> => ({
  ...{ dragLock: false, scrollInertia: true, mode: 'absolute', clickSource: 'gesture' },
  ...{ relative: USUAL_RELATIVE, dwell: USUAL_DWELL },
})
/** What a file may leave out, as the host fills it in. */
const asProject = (text: string): Project => {
  const file = JSON.parse(text) as Project
  const bindings = file.bindings.map((one) => ({
    ...one,
    companions: [],
    trigger: Object.assign({ minScore: 0 }, one.trigger),
  }))
  const defaults = { about: '', clicksEnabled: true, gesturesEnabled: true }
  const switching = { rules: [], isSticky: false }
  return Object.assign(defaults, { switching }, file, {
    bindings,
    pointer: Object.assign(usualPointer(), file.pointer),
  })
}
/** The project Desktop as the host opens it. */
export const openDesktop: OpenProject = {
  project: asProject(desktopFile),
  revision: '1',
  origin: 'shipped',
  inactive: [],
}
