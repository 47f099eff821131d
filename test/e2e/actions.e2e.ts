import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { DemoScriptName } from '../../src/renderer/capture/camera/demo/scripts.ts'
import { startPulse } from '../support/pulse.ts'
import { missingPrograms, startX, type XDisplay } from '../support/x11.ts'
import { startBeckon, type Beckon } from './support/beckon.ts'
import { firstFrameEpochMs } from './support/demo-time.ts'
import { BUTTONS, type Seen } from './support/pages.ts'
import { tracePointer, type PointerSample } from './support/pointer-trace.ts'
import { openTarget } from './support/target.ts'

const missing = missingPrograms('Xvfb', 'xdotool', 'chromium')
const skip = missing.length > 0 && `needs ${missing.join(', ')}`
let display: XDisplay

before(async () => {
  if (!skip) display = await startX()
})
after(() => display?.close())

/** Plays a script into the app while another program's window covers the display; what that window was sent. */
async function play(
  script: DemoScriptName,
  judge: (played: {
    readonly seen: readonly Seen[]
    readonly beckon: Beckon
    readonly samples: readonly PointerSample[]
  }) => void,
): Promise<void> {
  const target = await openTarget(display.name, BUTTONS)
  const trace = tracePointer(display.name)
  const beckon = await startBeckon({
    // Headless: the other program's window keeps the display and the keyboard to itself.
    host: 'headless',
    args: ['--camera', `demo:${script}`],
    env: { DISPLAY: display.name },
  })
  try {
    assert.equal(await beckon.ended(90_000), 0, beckon.said())
    const seen = (await target.page.evaluate('window.seen')) as Seen[]
    judge({ seen, beckon, samples: trace.samples })
  } finally {
    trace.stop()
    await beckon.close()
    await target.close()
  }
}

const kinds = (seen: readonly Seen[]): string[] => seen.map(({ kind }) => kind)

test('a pinch clicks the button under the pointer exactly once', { skip }, async () => {
  await play('click', ({ seen, beckon }) => {
    assert.deepEqual(kinds(seen), ['pointerdown', 'pointerup', 'click'], beckon.said())
    const [down, , click] = seen
    assert.match(click?.target ?? '', /^b\d+$/)
    assert.equal(down?.button, 0)
    assert.equal(down?.target, click?.target)
  })
})

test('a middle pinch is a right click', { skip }, async () => {
  await play('click-right', ({ seen, beckon }) => {
    assert.deepEqual(kinds(seen), ['pointerdown', 'contextmenu', 'pointerup'], beckon.said())
    assert.equal(seen[0]?.button, 2)
  })
})

test('a held pinch drags: pressed once, moved, let go once', { skip }, async () => {
  await play('drag', ({ seen, beckon }) => {
    const pointer = seen.filter(({ kind }) => kind.startsWith('pointer'))
    assert.deepEqual(kinds(pointer), ['pointerdown', 'pointerup'], beckon.said())
    const [down, up] = pointer
    // The script moves the hand right and down.
    assert.ok(
      (up?.x ?? 0) - (down?.x ?? 0) > 100,
      `moved ${(up?.x ?? 0) - (down?.x ?? 0)} px right`,
    )
    assert.ok((up?.y ?? 0) - (down?.y ?? 0) > 30, `moved ${(up?.y ?? 0) - (down?.y ?? 0)} px down`)
  })
})

test('a hand that vanishes during a drag lets go of the button', { skip }, async () => {
  await play('drag-lost', ({ seen, beckon, samples }) => {
    const pointer = seen.filter(({ kind }) => kind.startsWith('pointer'))
    assert.deepEqual(kinds(pointer), ['pointerdown', 'pointerup'], beckon.said())
    const up = pointer[1]
    const lost = beckon.events.find(
      ({ kind, phase, reason }) =>
        kind === 'gesture' && phase === 'cancelled' && reason === 'hand-lost',
    )
    assert.ok(lost !== undefined, 'no gesture was cancelled for the lost hand')
    // The last frame that still showed the hand is before the hand vanished: an upper bound of the time it took.
    const shown = beckon.events.findLast(
      ({ kind, phase, gesture, atMs }) =>
        kind === 'gesture' && phase === 'changed' && gesture === 'pinch.index' && atMs < lost.atMs,
    )
    const shownAtMs = firstFrameEpochMs(beckon, samples) + (shown?.atMs ?? 0)
    const tookMs = Math.round((up?.atMs ?? 0) - shownAtMs)
    console.log(`drag-lost: the button was up ${tookMs} ms after the last frame with the hand`)
  })
})

test('a two-finger pinch scrolls', { skip }, async () => {
  await play('scroll', ({ seen, beckon }) => {
    const wheel = seen.filter(({ kind }) => kind === 'wheel')
    assert.ok(wheel.length >= 2, `${wheel.length} wheel events. ${beckon.said()}`)
    assert.deepEqual(kinds(seen.filter(({ kind }) => kind === 'click')), [])
  })
})

test('a swipe presses the bound key', { skip }, async () => {
  await play('swipe', ({ seen, beckon }) => {
    const keys = seen.filter(({ kind, key }) => kind === 'keydown' && key !== 'Alt')
    assert.deepEqual(
      keys.map(({ key, alt }) => ({ key, alt })),
      [{ key: 'ArrowLeft', alt: true }],
      beckon.said(),
    )
  })
})

test('the volume gesture changes a real sound server', { skip: skip || noPulse() }, async () => {
  const pulse = await startPulse()
  await pulse.set(40)
  const beckon = await startBeckon({
    host: 'headless',
    args: ['--camera', 'demo:volume'],
    env: { ...pulse.env, DISPLAY: display.name },
  })
  try {
    const { percent: percentBefore } = await pulse.level()
    assert.equal(await beckon.ended(60_000), 0, beckon.said())
    const { percent: percentAfter } = await pulse.level()
    console.log(`volume: ${percentBefore} % → ${percentAfter} %`)
    assert.ok(percentAfter > percentBefore, beckon.said())
  } finally {
    await beckon.close()
    await pulse.close()
  }
})

function noPulse(): string | false {
  const absent = missingPrograms('pulseaudio', 'pactl')
  return absent.length > 0 && `needs ${absent.join(', ')}`
}
