import { describe, expect, test } from 'vitest'
import { findBrowser, type Machine } from './find-browser.ts'

const machine = (given: Partial<Machine>, ...programs: string[]): Machine => ({
  platform: 'linux',
  env: { PATH: '/usr/local/bin:/usr/bin' },
  home: '/home/ann',
  isProgram: (path) => programs.includes(path),
  ...given,
})
const WINDOWS = {
  ProgramFiles: 'C:\\Program Files',
  'ProgramFiles(x86)': 'C:\\Program Files (x86)',
  LOCALAPPDATA: 'C:\\Users\\Ann\\AppData\\Local',
}
const EDGE = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
const CHROME_OF_ANN = 'C:\\Users\\Ann\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
const MAC_EDGE_OF_ANN = '/home/ann/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'

describe('finds', () => {
  test.each([
    ['Chromium on the path of Linux', machine({}, '/usr/bin/chromium'), '/usr/bin/chromium'],
    [
      'Chromium before Chrome, wherever on the path they are',
      machine({}, '/usr/local/bin/google-chrome', '/usr/bin/chromium'),
      '/usr/bin/chromium',
    ],
    ['a snap', machine({}, '/snap/bin/chromium'), '/snap/bin/chromium'],
    ['Chrome on macOS', machine({ platform: 'darwin' }, MAC_CHROME), MAC_CHROME],
    [
      "Edge in the user's own applications on macOS",
      machine({ platform: 'darwin' }, MAC_EDGE_OF_ANN),
      MAC_EDGE_OF_ANN,
    ],
    ['Edge on Windows', machine({ platform: 'win32', env: WINDOWS }, EDGE), EDGE],
    [
      "the user's own Chrome before Edge on Windows",
      machine({ platform: 'win32', env: WINDOWS }, EDGE, CHROME_OF_ANN),
      CHROME_OF_ANN,
    ],
    [
      'the one that BECKON_CHROMIUM names before all others',
      machine(
        { env: { PATH: '/usr/bin', BECKON_CHROMIUM: '/opt/c' } },
        '/usr/bin/chromium',
        '/opt/c',
      ),
      '/opt/c',
    ],
  ])('%s', (_what, given, expected) => {
    expect(findBrowser(given)).toEqual({ ok: true, value: expected })
  })
})

test('does not fall back silently when BECKON_CHROMIUM names nothing', () => {
  const given = machine({ env: { BECKON_CHROMIUM: '/opt/none' } }, '/usr/bin/chromium')
  expect(findBrowser(given)).toMatchObject({
    ok: false,
    problem: { message: 'BECKON_CHROMIUM names "/opt/none", which is no program.' },
  })
})

test('says how to get one where there is none', () => {
  const result = findBrowser(machine({}))
  expect(result.ok ? '' : result.problem.fix).toEqual(
    'sudo apt-get install chromium (or your distribution’s package), or set BECKON_CHROMIUM',
  )
})
