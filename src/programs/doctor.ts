import { join } from 'node:path'
import { say } from '../contract/words/say.ts'
import { checkCamera } from '../main/features/diagnostics/check-camera.ts'
import { checkPointer } from '../main/features/diagnostics/check-pointer.ts'
import {
  checkAudio,
  checkBrowser,
  checkDisplay,
  checkElectron,
  checkFfmpeg,
  checkModelFiles,
  checkNode,
} from '../main/features/diagnostics/check-system.ts'
import { failedCheck, reportLines, type Check } from '../main/features/diagnostics/check.ts'
import { checkModels } from '../main/shared/model-check.ts'
import { printableLines } from '../node/printable.ts'
import { findBrowser } from '../main/system/host/chromium/find-browser.ts'
import { thisMachine } from '../main/system/host/chromium/machine.ts'
import { openSystemSinks } from '../main/system/output/sinks/system-sinks.ts'

/** `npm run doctor`: says of everything that Beckon needs whether it is there, and how to mend what is not. */
const ROOT = join(import.meta.dirname, '../..')

process.exitCode = await examineMachine()

async function examineMachine(): Promise<number> {
  const electron = checkElectron(join(ROOT, 'node_modules', 'electron'))
  const checks: Check[] = [
    checkNode(),
    ...checkModelFiles(await checkModels(join(ROOT, 'resources'))),
    checkCamera(),
    checkDisplay(),
    ...(await checkInputAndSound()),
    electron.check,
    checkBrowser(findBrowser(thisMachine()), electron.isThere),
    await checkFfmpeg(),
  ]
  process.stdout.write(`${reportLines(checks).map(printableLines).join('\n')}\n`)
  return checks.some(({ kind }) => kind === 'failed') ? 1 : 0
}

async function checkInputAndSound(): Promise<Check[]> {
  const system = await openSystemSinks()
  try {
    const problem = system.problems.find(({ severity }) => severity === 'high')
    const pointer = system.canMovePointer
      ? await checkPointer(system.sinks.pointer)
      : failedCheck(
          say('Pointer'),
          problem?.message ?? say('It cannot be moved here.'),
          problem?.fix,
        )
    return [pointer, checkAudio(system.volumeBackend)]
  } finally {
    await system.close()
  }
}
