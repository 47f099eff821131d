import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { PAGES } from '../../../src/renderer/app/pages.ts'
import { cutOffWords } from '../../support/page/cut-off-words.ts'
import { prefer, soon, type OpenedWindow } from '../../support/page/page-stage.ts'
import { liveScenes } from '../../support/page/scenes/live-scenes.ts'
import { machineScenes } from '../../support/page/scenes/machine-scenes.ts'
import { projectScenes } from '../../support/page/scenes/project-scenes.ts'
import { openScene, type Scene } from '../../support/page/scenes/scene.ts'
import { tuningScenes } from '../../support/page/scenes/tuning-scenes.ts'
import { moment } from '../../../src/renderer/ui/numbers.ts'
import { unmarkedWords } from '../../support/page/unmarked-words.ts'

const SIZES = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
]
/** The same in every language: names, files, keys, addresses, letters to sign. */
const NAMES = [
  ...['Beckon', 'Desktop', 'Presentation', 'Mine', 'HD Webcam', 'Firefox', 'firefox', 'Node'],
  ...[
    'wave.mp4',
    'squats.mp4',
    'desktop.json',
    'letters.onnx',
    'onnx/hand.onnx',
    '7: ENOMEM',
    'EOF',
  ],
  ...[
    '/home/me/.config/beckon',
    '/home/anna/.config/beckon/service-token',
    '/recordings',
    '(/home)',
    '2026-01-05T10-00-00',
    'ENOENT',
    'ENOSPC',
  ],
  ...['pose.vulcan', '"pose.fist"', 'a.b', '"a.c"', 'pose.task', 'readMonitors', 'desktop'],
  ...['npm run models', 'npm start', 'Alt+T', 'Control + Alt + B', 'Control + Alt + N'],
  ...['VOLUME', 'VOLT', 'VOL', 'English', 'Deutsch'],
  ...[moment(0), moment(Date.UTC(2026, 0, 5, 10))],
]
const scenes = [...liveScenes, ...projectScenes, ...tuningScenes, ...machineScenes]

let opened: OpenedWindow | undefined
beforeEach(async () => {
  // The letter to practise would be another one each time.
  vi.spyOn(Math, 'random').mockReturnValue(0.4)
  await prefer('light')
})
afterEach(async () => {
  vi.restoreAllMocks()
  await opened?.close()
  await page.viewport(414, 896)
})

/** What is wrong in any state of a scene, each with the first state that shows it. */
async function faultsOf(scene: Scene): Promise<readonly string[]> {
  const faults = new Map<string, string>()
  opened = openScene(scene)
  await scene.play(opened, async (what) => {
    await settled()
    for (const fault of [...unmarkedWords(NAMES).map(asStray), ...cutOffWords()]) {
      if (!faults.has(fault)) faults.set(fault, `${what}: ${fault}`)
    }
  })
  return [...faults.values()]
}
const asStray = (text: string): string => `“${text}” stands in no catalogue`

/** Pages are fetched, and ask the host: what they say is the same twice, a frame apart. */
function settled(): Promise<void> {
  let last = ''
  return soon(() => {
    const now = document.body.innerText
    const isSettled = now === last
    last = now
    expect(isSettled).toBe(true)
  })
}

test('every page is looked at', () => {
  expect(PAGES.filter(({ id }) => !scenes.some((scene) => scene.page === id))).toEqual([])
})

for (const scene of scenes) {
  test.each(SIZES)(
    `${scene.name}: nothing is left outside or cut off, $width × $height`,
    async ({ width, height }) => {
      await page.viewport(width, height)
      expect(await faultsOf(scene)).toEqual([])
    },
  )
}
