import type { Sentence } from '../../../core/sentence/sentence.ts'
import { arch, release, type as osType } from 'node:os'
import { join } from 'node:path'
import { ok } from '../../../contract/boundary/result.ts'
import { saidBy } from '../../../contract/words/said-error.ts'
import { say } from '../../../contract/words/say.ts'
import type { ScreenPoint } from '../../../core/geometry/point.ts'
import { dataDir } from '../../../node/data-dir.ts'
import { toType, verbatim } from '../../../core/sentence/sentence.ts'
import { checkCamera } from './check-camera.ts'
import {
  checkAudio,
  checkBrowser,
  checkDisplay,
  checkElectron,
  checkFfmpeg,
  checkModelFiles,
  checkNode,
} from './check-system.ts'
import { failedCheck, passedCheck, type Check } from './check.ts'
import { checkModels } from '../../shared/model-check.ts'
import { findBrowser } from '../../system/host/chromium/find-browser.ts'
import { thisMachine } from '../../system/host/chromium/machine.ts'
import type { Host } from '../../system/host/host.ts'

/**
 * The doctor's checks while the app runs, for the window. It asks the parts that are open already: a second input process
 * beside the first one would be a part that the app does not run with.
 */
export function handleChecks(parts: {
  readonly host: Pick<Host, 'kind' | 'end'>
  /** Folder of the models. */
  readonly resources: string
  readonly services: {
    readonly pointerPosition: () => Promise<ScreenPoint>
    readonly volumeBackend: Sentence | undefined
  }
}): void {
  const { host, resources, services } = parts
  host.end.handle('runChecks', async () => {
    const checks: Check[] = [
      checkNode(),
      ...checkModelFiles(await checkModels(resources)),
      checkCamera(),
      checkDisplay(),
      await checkPointer(services.pointerPosition),
      checkAudio(services.volumeBackend),
      ...checkWindowPrograms(resources),
      await checkFfmpeg(),
    ]
    const about = `${host.kind}, Node ${process.versions.node}, ${osType()} ${release()} ${arch()}`
    return ok({ checks, folder: dataDir(), about })
  })
}

/** What shows the window: Electron, or else a browser. */
function checkWindowPrograms(resources: string): Check[] {
  const { electron: running } = process.versions
  const electron =
    running === undefined
      ? checkElectron(join(resources, '..', 'node_modules', 'electron'))
      : { check: passedCheck(verbatim('Electron'), say('{}, in use', running)), isThere: true }
  return [electron.check, checkBrowser(findBrowser(thisMachine()), electron.isThere)]
}

/** Where it is; moving it, as the doctor does, would be in the way of whoever is using it. */
async function checkPointer(position: () => Promise<ScreenPoint>): Promise<Check> {
  try {
    const { x, y } = await position()
    return passedCheck(say('Pointer'), say('at {}', `${Math.round(x)}, ${Math.round(y)}`))
  } catch (error) {
    return failedCheck(say('Pointer'), say('It cannot be read: {}', saidBy(error)), DOCTOR)
  }
}

const DOCTOR = toType('npm run doctor')
