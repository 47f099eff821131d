/** The app in a real Electron, where its program is. On Linux on a display of its own. */
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { _electron, type ElectronApplication } from 'playwright'
import { until } from '../support/until.ts'
import { missingPrograms, startX, type XDisplay } from '../support/x11.ts'

const REPO = join(import.meta.dirname, '..', '..')
const home = mkdtempSync(join(tmpdir(), 'beckon-electron-'))
after(() => {
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
})

const executablePath = electronProgram()
const missing = process.platform === 'linux' ? missingPrograms('Xvfb') : []
const skip =
  (executablePath === undefined && "Electron's program is not on this machine") ||
  (missing.length > 0 && `needs ${missing.join(', ')}`)

void test('runs in Electron: guarded window, live hand, tray, clean end', { skip }, async () => {
  const display = process.platform === 'linux' ? await startX() : undefined
  const app = await launch(display)
  try {
    const window = await app.firstWindow()
    assert.equal(new URL(window.url()).href, 'beckon://app/index.html')
    await until(
      'a hand in view',
      async () => /hand in view|Engaged/i.test((await window.textContent('body')) ?? ''),
      60_000,
    )
    const reach = await window.evaluate(() => ({
      hasNode: 'process' in globalThis || 'require' in globalThis,
      bridge: Object.keys(Object.getOwnPropertyDescriptor(globalThis, 'beckon')?.value ?? {}),
    }))
    assert.deepEqual(reach, { hasNode: false, bridge: ['requestPort', 'pathOf'] })
    const blocked = await window.evaluate(() =>
      fetch('https://example.org/').then(
        () => false,
        () => true,
      ),
    )
    assert.equal(blocked, true)
    assert.equal(await window.evaluate(() => globalThis.open('https://example.org/')), null)
  } finally {
    const child = app.process()
    await app.close()
    assert.equal(child.exitCode, 0)
    await display?.close()
  }
})

function launch(display: XDisplay | undefined): Promise<ElectronApplication> {
  return _electron.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      join(REPO, 'out', 'main', 'electron.js'),
      ...['--host', 'electron', '--camera', 'demo', '--dry-run'],
    ],
    env: {
      ...Object.fromEntries(
        Object.entries(process.env).filter(
          (entry): entry is [string, string] => entry[1] !== undefined,
        ),
      ),
      BECKON_HOME: home,
      ...(display === undefined ? {} : { DISPLAY: display.name }),
    },
  })
}

/** Without asking the package itself, which would begin to fetch what is missing. */
function electronProgram(): string | undefined {
  const folder = join(REPO, 'node_modules', 'electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(program) ? program : undefined
}
