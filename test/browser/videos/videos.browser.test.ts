import { afterEach, expect, test } from 'vitest'
import { failed, ok } from '../../../src/contract/boundary/result.ts'
import type { ShownVideo } from '../../../src/contract/channels/video-channels.ts'
import { verbatim } from '../../../src/core/sentence/sentence.ts'
import { say } from '../../../src/contract/words/say.ts'
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

let opened: OpenedWindow
let offers: 'taken' | 'refused' = 'taken'
let addresses: object = {}
afterEach(async () => {
  await opened.close()
  offers = 'taken'
})

const FRAMES = 40
const FRAME_MS = 40
const body = (kneeDeg: number) => ({
  id: 7,
  landmarks: Array.from({ length: 33 }, (_, joint) => [0.3 + joint / 100, 0.1 + joint / 50, 0]),
  world: Array.from({ length: 33 }, () => [0, 0, 0]),
  visibility: Array.from({ length: 33 }, () => 0.9),
  angles: { 'left.knee': kneeDeg, 'right.knee': 10, neck: 3 },
})
/** Somebody whose left knee bends by two degrees a frame; nobody is seen in the last ten. */
function figures(): string {
  const header = {
    ...{ format: 'beckon-pose', version: 1, model: 'full', every_nth: 1 },
    video: { width_px: 64, height_px: 48, frames_per_s: 25, duration_ms: FRAMES * FRAME_MS },
  }
  const frames = Array.from({ length: FRAMES }, (_, frame) => ({
    ...{ frame, time_ms: frame * FRAME_MS },
    people: frame < FRAMES - 10 ? [body(2 * frame)] : [],
  }))
  return [header, ...frames].map((line) => JSON.stringify(line)).join('\n')
}

const video = (part: Partial<ShownVideo>): ShownVideo => ({
  ...{ id: 'a', name: 'squats.mp4', status: 'queued', addedAtEpochMs: 0 },
  ...{ framesDone: 0, framesTotal: 0 },
  ...part,
})
function tell(...videos: readonly Partial<ShownVideo>[]): void {
  opened.end.tell('videos', { videos: videos.map(video), hasDecoder: true })
}

async function openPage(...videos: readonly Partial<ShownVideo>[]): Promise<void> {
  const formats = ['csv', 'json', 'jsonl', 'trc', 'mot']
  addresses = {
    // A video that nobody can play: the skeleton is there all the same.
    video: 'data:video/mp4;base64,AAAA',
    figures: URL.createObjectURL(new Blob([figures()])),
    exports: Object.fromEntries(formats.map((format) => [format, `/published/x/${format}`])),
  }
  opened = openWindow('videos', (name) => {
    if (name === 'showVideo') return ok(addresses)
    if (name !== 'offerVideo') return ok({})
    const refused = failed(say('There is no room on the disk for a copy of this video.'))
    return offers === 'refused' ? refused : ok({ id: 'new', address: '/taken/nowhere' })
  })
  opened.end.tell('state', fineState)
  await soon(() => expect(shownText()).toContain('Choose videos'))
  tell(...videos)
}
const asked = (): readonly string[] => opened.end.asked.map(({ name }) => name)
const lastAsked = (name: string): unknown =>
  opened.end.asked.findLast((one) => one.name === name)?.payload
const slider = (): HTMLInputElement => {
  const found = document.querySelector<HTMLInputElement>('main input[type=range]')
  if (!found) throw new Error('there is no slider')
  return found
}
async function openResult(): Promise<void> {
  await openPage({ status: 'completed', framesDone: FRAMES, framesTotal: FRAMES })
  await soon(() => buttonNamed(/^Look at/).click())
  await soon(() => expect(shownText()).toContain('frame 1 of 40'))
}
function press(key: string, shiftKey = false): void {
  const event = new KeyboardEvent('keydown', { code: key, key, shiftKey, bubbles: true })
  slider().dispatchEvent(event)
}
function drop(...files: readonly File[]): void {
  const dataTransfer = new DataTransfer()
  for (const file of files) dataTransfer.items.add(file)
  for (const type of ['dragover', 'drop']) {
    document.body.dispatchEvent(
      new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
    )
  }
}

test('tells the host that it is looked at, and says that there is nothing yet', async () => {
  await openPage()
  expect(asked()).toContain('openVideos')
  expect(shownText()).toContain('There is no video yet.')
})

test('says what to do where nothing reads videos', async () => {
  await openPage()
  opened.end.tell('videos', { videos: [], hasDecoder: false })
  await soon(() => expect(shownText()).toContain('sudo apt-get install ffmpeg'))
  expect(buttonNamed('Choose videos').disabled).toBe(true)
  const before = asked().length
  buttonNamed('Check again').click()
  expect(asked().slice(before)).toEqual(['openVideos'])
})

test('shows how far each one is, and does what can be done with it', async () => {
  await openPage(
    { id: 'w', name: 'next.mp4' },
    {
      ...{ id: 'p', name: 'now.mp4', status: 'processing', framesDone: 30, framesTotal: 120 },
      pace: { framesPerS: 31.4, secondsLeft: 2.9 },
    },
    { id: 'f', name: 'bad.mp4', status: 'failed', reason: verbatim('It took longer than 180 s.') },
    { id: 'c', name: 'done.mp4', status: 'completed', framesDone: 12, note: verbatim('Damaged.') },
  )
  await soon(() => expect(shownText()).toContain('30 of about 120 frames'))
  expect(shownText()).toContain('31.4 frames a second, 3 s left')
  expect(shownText()).toContain('It took longer than 180 s.')
  expect(shownText()).toContain('Damaged.')
  const bar = document.querySelector('progress')
  expect([bar?.value, bar?.max]).toEqual([30, 120])
  buttonNamed('Call off: now.mp4').click()
  expect(lastAsked('cancelVideo')).toEqual({ id: 'p' })
  buttonNamed('Try again: bad.mp4').click()
  expect(lastAsked('retryVideo')).toEqual({ id: 'f' })
  buttonNamed('Remove: done.mp4').click()
  expect(lastAsked('removeVideo')).toEqual({ id: 'c' })
})

test('a video that is dropped on any page is offered to the host, and this page comes up', async () => {
  await openPage()
  buttonNamed('Live').click()
  await soon(() => expect(location.hash).toBe('#/live'))
  drop(new File(['0123456789'], 'squats.mp4'))
  await soon(() => expect(location.hash).toBe('#/videos'))
  await soon(() => expect(lastAsked('offerVideo')).toEqual({ name: 'squats.mp4', sizeBytes: 10 }))
  // Nobody takes it at that address here.
  await soon(() => expect(shownText()).toContain('The file did not arrive whole.'))
  expect(asked()).not.toContain('queueOffered')
})

test('says why one was not taken, until that is read', async () => {
  offers = 'refused'
  await openPage()
  drop(new File(['x'], 'huge.mp4'))
  await soon(() => expect(shownText()).toContain('There is no room on the disk'))
  buttonNamed('Close: huge.mp4').click()
  await soon(() => expect(document.querySelector('.callout')).toBeNull())
})

test('one playhead moves skeleton, plot and figures, by keys, slider and plot', async () => {
  await openResult()
  await soon(() => expect(shownText()).toContain('left 0°, right 10°'))
  press('ArrowRight')
  await soon(() => expect(shownText()).toContain('frame 2 of 40, 0.04 s'))
  expect(shownText()).toContain('left 2°, right 10°')
  press('ArrowRight', true)
  await soon(() => expect(shownText()).toContain('frame 12 of 40, 0.44 s'))
  press('ArrowLeft')
  await soon(() => expect(shownText()).toContain('left 20°'))
  slider().value = '35'
  slider().dispatchEvent(new Event('input', { bubbles: true }))
  await soon(() => expect(shownText()).toContain('not seen here'))
  const plot = document.querySelector('.u-over')
  const box = plot?.getBoundingClientRect()
  if (!plot || !box) throw new Error('there is no plot')
  const middle = { clientX: box.left + box.width / 2, clientY: box.top + 20 }
  plot.dispatchEvent(new PointerEvent('pointerdown', { ...middle, buttons: 1, bubbles: true }))
  await soon(() => expect(slider().valueAsNumber).toBeGreaterThan(17))
  expect(slider().valueAsNumber).toBeLessThan(23)
})

test('draws the body of the frame that is looked at', async () => {
  await openResult()
  const canvas = document.querySelector('canvas')
  const drawn = (): number => {
    const { width = 0, height = 0 } = canvas ?? {}
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, width, height).data ?? []
    return pixels.filter((value, at) => at % 4 === 3 && value > 0).length
  }
  await soon(() => expect(drawn()).toBeGreaterThan(100))
  slider().value = '39'
  slider().dispatchEvent(new Event('input', { bubbles: true }))
  await soon(() => expect(drawn()).toBe(0))
})

test('says that a video cannot be played, and shows the film where there is one', async () => {
  await openResult()
  await soon(() => expect(shownText()).toContain('This kind of video cannot be played here.'))
  buttonNamed('Close').click()
  addresses = { ...addresses, film: 'data:video/mp4;base64,AAAA' }
  buttonNamed(/^Look at/).click()
  await soon(() => expect(document.querySelector('a[href^="data:video"]')).not.toBeNull())
})

test('what was found can be kept in every format', async () => {
  await openResult()
  const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[download]')]
  expect(links.map(({ textContent }) => textContent.trim().split(' ')[0])).toEqual([
    'CSV',
    'JSON',
    'JSON',
    'TRC',
    'MOT',
  ])
})

test('says when what was found cannot be read', async () => {
  await openPage({ status: 'completed' })
  addresses = { ...addresses, figures: URL.createObjectURL(new Blob(['nonsense'])) }
  await soon(() => buttonNamed(/^Look at/).click())
  await soon(() => expect(shownText()).toContain('cannot be read'))
})

test.each(['light', 'dark'] as const)('axe finds nothing wrong, %s', async (theme) => {
  await prefer(theme)
  await openResult()
  offers = 'refused'
  drop(new File(['x'], 'huge.mp4'))
  tell(
    { status: 'completed', framesDone: FRAMES },
    { id: 'p', name: 'now.mp4', status: 'processing', framesDone: 3, framesTotal: 9 },
    { id: 'f', name: 'bad.mp4', status: 'failed', reason: verbatim('No.') },
  )
  document.querySelector('details')?.setAttribute('open', '')
  await soon(() => expect(shownText()).toContain('There is no room on the disk'))
  expect(await axeViolations()).toEqual([])
})
