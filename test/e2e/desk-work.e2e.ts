import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openHandPage, type HandPage } from '../support/app-by-hand/hand-page.ts'
import type { ShapeName } from '../support/hand/shapes.ts'
import { until } from '../support/until.ts'
import { missingPrograms, startX, type XDisplay } from '../support/x11.ts'
import { EDITOR, LONG_PAGE, MENU, PAINT, SLIDER } from '../support/e2e/desk-pages.ts'
import { openTarget, type Target } from '../support/e2e/target.ts'

/*
 * What people do with a mouse, done by hand in another program's window: a real browser on a real X server, sent to by the app's own
 * pipeline, session and input process. A made hand is shown 30 times a second, so that how fast this machine tracks does not matter
 * (actions.e2e.ts drives the tracker); it looks at what has come of it and goes on, as people do, until it is done.
 */
const missing = missingPrograms('Xvfb', 'xdotool', 'chromium')
const skip = missing.length > 0 && `needs ${missing.join(', ')}`
const FRAME_MS = 1000 / 30
/** Ways to fail before it is one. */
const ATTEMPTS = 25
/** A palm must have been still for so long before its pinch is meant. */
const AIM_MS = 400
type Place = readonly [x: number, y: number]
const MIDDLE: Place = [0.62, 0.52]
let display: XDisplay

before(async () => {
  if (!skip) display = await startX()
})
after(() => display?.close())

class Hand {
  #at: Place = MIDDLE
  #shape: ShapeName = 'relaxed'
  readonly #page: HandPage

  constructor(page: HandPage) {
    this.#page = page
  }

  async show(shape: ShapeName, forMs: number): Promise<void> {
    this.#shape = shape
    this.#page.show({ shape, at: this.#at })
    await this.#page.wait(forMs)
  }

  async along(path: (ratio: number) => Place, ms: number): Promise<void> {
    const steps = Math.ceil(ms / FRAME_MS)
    for (let step = 1; step <= steps; step += 1) {
      this.#at = path(step / steps)
      await this.show(this.#shape, FRAME_MS)
    }
  }

  async to([x, y]: Place, ms: number): Promise<void> {
    const [fromX, fromY] = this.#at
    await this.along((ratio) => [fromX + (x - fromX) * ratio, fromY + (y - fromY) * ratio], ms)
  }

  /** Goes there, holds, goes on to the other place, and lets go. */
  async drag(from: Place, to: Place, shape: ShapeName = 'pinch-index', ms = 900): Promise<void> {
    await this.show('relaxed', 100)
    await this.to(from, 400)
    await this.show('relaxed', AIM_MS)
    await this.show(shape, 250)
    await this.to(to, ms)
  }
}

async function withHand(
  name: string,
  use: (hand: Hand, page: HandPage) => Promise<void>,
): Promise<void> {
  const page = await openHandPage(name, 'desktop')
  try {
    await page.comeBack()
    const hand = new Hand(page)
    await hand.show('relaxed', 1000)
    await use(hand, page)
  } finally {
    await page.close()
  }
}

/** A window over the whole display, and a hand. */
async function work(
  html: string,
  use: (hand: Hand, target: Target) => Promise<void>,
): Promise<void> {
  const target = await openTarget(display.name, html)
  try {
    await withHand(display.name, (hand) => use(hand, target))
  } finally {
    await target.close()
  }
}

const doneIn = async <Done>({ page }: Target): Promise<Done> =>
  (await page.evaluate('window.done')) as Done

/** Does it again until it is done. */
async function untilDone(
  what: string,
  isDone: () => Promise<boolean>,
  act: () => Promise<void>,
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    await act()
    if (await isDone()) return
  }
  assert.fail(`${what}: not done after ${ATTEMPTS} attempts`)
}

test('a drag selects text in an editor', { skip }, async () => {
  await work(EDITOR, async (hand, target) => {
    await untilDone(
      'selecting',
      async () => (await doneIn<{ longest: number }>(target)).longest > 80,
      async () => {
        await hand.drag([0.58, 0.48], [0.66, 0.56])
        await hand.show('relaxed', 300)
      },
    )
  })
})

test('two touches in a row select a word', { skip }, async () => {
  await work(EDITOR, async (hand, target) => {
    const done = (): Promise<{ doubles: number; word: string }> => doneIn(target)
    await untilDone(
      'selecting a word',
      async () => (await done()).doubles > 0,
      async () => {
        await hand.show('relaxed', AIM_MS + 300)
        await hand.show('pinch-index', 140)
        await hand.show('relaxed', 140)
        await hand.show('pinch-index', 140)
        await hand.show('relaxed', 300)
      },
    )
    assert.match((await done()).word.trim(), /^\w+\.?$/)
  })
})

test('a long page goes to its end and back', { skip }, async () => {
  await work(LONG_PAGE, async (hand, target) => {
    const done = (): Promise<{ wasAtEnd: boolean; isBack: boolean }> => doneIn(target)
    const pull = async (from: Place, to: Place): Promise<void> => {
      await hand.drag(from, to, 'pinch-two', 350)
      await hand.show('relaxed', 700)
    }
    const [low, high]: readonly Place[] = [
      [0.62, 0.62],
      [0.62, 0.44],
    ]
    assert.ok(low && high)
    await untilDone(
      'going to the end',
      async () => (await done()).wasAtEnd,
      () => pull(low, high),
    )
    await untilDone(
      'going back',
      async () => (await done()).isBack,
      () => pull(high, low),
    )
  })
})

test('a context menu opens, and an entry is chosen', { skip }, async () => {
  await work(MENU, async (hand, target) => {
    const done = (): Promise<{ opened: number; chosen: string }> => doneIn(target)
    const touch = async (shape: ShapeName): Promise<void> => {
      await hand.show('relaxed', AIM_MS + 200)
      await hand.show(shape, 200)
      await hand.show('relaxed', 300)
    }
    await untilDone(
      'opening',
      async () => (await done()).opened > 0,
      () => touch('pinch-middle'),
    )
    await untilDone(
      'choosing',
      async () => (await done()).chosen !== '',
      () => touch('pinch-index'),
    )
    assert.equal((await done()).chosen, 'Rename')
  })
})

test('a slider is dragged, and settles once', { skip }, async () => {
  await work(SLIDER, async (hand, target) => {
    const done = (): Promise<{ inputs: number[]; settled: number[] }> => doneIn(target)
    await hand.drag([0.56, 0.52], [0.68, 0.52])
    await hand.show('relaxed', 300)
    const { inputs, settled } = await until('the slider to settle', async () => {
      const now = await done()
      return now.settled.length > 0 && now
    })
    const [first = 0] = inputs
    assert.ok((settled[0] ?? 0) - first > 150, `from ${first} to ${settled[0]}`)
    assert.deepEqual(settled, [inputs.at(-1)])
  })
})

test('a circle is drawn: one stroke, round, and closed', { skip }, async () => {
  await work(PAINT, async (hand, target) => {
    await hand.drag([0.68, 0.52], [0.68, 0.52], 'pinch-index', 900)
    await hand.along((ratio) => {
      const angleRad = 2 * Math.PI * ratio
      return [0.62 + 0.06 * Math.cos(angleRad), 0.52 + 0.08 * Math.sin(angleRad)]
    }, 4000)
    await hand.show('relaxed', 400)
    const { strokes } = await doneIn<{ strokes: { x: number; y: number }[][] }>(target)
    assert.equal(strokes.length, 1)
    const { radiusPx, unevenRatio, turns, gapPx } = roundness(strokes[0] ?? [])
    const words = `radius ${Math.round(radiusPx)} px, uneven by ${unevenRatio.toFixed(3)}, ${turns.toFixed(2)} turns, gap ${Math.round(gapPx)} px`
    console.log(`circle: ${words}`)
    assert.ok(radiusPx > 60 && unevenRatio < 0.12, words)
    assert.ok(Math.abs(Math.abs(turns) - 1) < 0.1 && gapPx < radiusPx / 2, words)
  })
})

test('every corner of two screens side by side is reached', { skip }, async () => {
  const wide = await startX('2560x800x24')
  try {
    await withHand(wide.name, async (hand) => {
      const isAt = async (x: number, y: number, withinPx: number): Promise<boolean> => {
        const at = await wide.pointer()
        return Math.abs(at.x - x) <= withinPx && at.y === y
      }
      for (const [place, x, y] of [
        [[0.05, 0.3], 0, 0],
        [[0.05, 0.85], 0, 799],
        [[0.95, 0.85], 2559, 799],
        [[0.95, 0.3], 2559, 0],
      ] as const) {
        await untilDone(
          `${x}, ${y}`,
          () => isAt(x, y, 0),
          () => hand.to(place, 1200),
        )
      }
      // Where the screens meet there is no edge to lean on: along the top, and along the bottom, as slowly as it takes.
      for (const [height, y] of [
        [0.3, 0],
        [0.85, 799],
      ] as const) {
        let x = 0.95
        await hand.to([x, height], 900)
        await untilDone(
          `the corners between the screens at ${y}`,
          () => isAt(1280, y, 40),
          async () => {
            const at = await wide.pointer()
            x -= ((at.x - 1280) / 2560) * 0.3
            await hand.to([x, height], 300)
          },
        )
      }
    })
  } finally {
    await wide.close()
  }
})

/** How much a stroke is a circle: about its centre of gravity. */
function roundness(stroke: readonly { readonly x: number; readonly y: number }[]): {
  readonly radiusPx: number
  readonly unevenRatio: number
  readonly turns: number
  readonly gapPx: number
} {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const centre = { x: mean(stroke.map(({ x }) => x)), y: mean(stroke.map(({ y }) => y)) }
  const radii = stroke.map(({ x, y }) => Math.hypot(x - centre.x, y - centre.y))
  const radiusPx = mean(radii)
  const angles = stroke.map(({ x, y }) => Math.atan2(y - centre.y, x - centre.x))
  let turnedRad = 0
  for (const [index, angle] of angles.entries()) {
    const step = angle - (angles[index - 1] ?? angle)
    turnedRad += Math.atan2(Math.sin(step), Math.cos(step))
  }
  const [first = centre, last = centre] = [stroke[0], stroke.at(-1)]
  return {
    radiusPx,
    unevenRatio: Math.sqrt(mean(radii.map((radius) => (radius - radiusPx) ** 2))) / radiusPx,
    turns: turnedRad / (2 * Math.PI),
    gapPx: Math.hypot(first.x - last.x, first.y - last.y),
  }
}
