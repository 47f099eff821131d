import type { Page } from 'playwright'
import {
  LEADING_CHANNEL,
  type LedHandCommand,
} from '../../../src/renderer/capture/camera/demo/led-hand.ts'
import { until } from '../until.ts'
import type { Beckon, BeckonEvent } from './beckon.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** Every second of a hand costs; but how long a machine takes decides nothing here. */
const WITHIN_MS = 150_000
/** Of what is wrong of the pointer's place, in pixels, to the hand's next step in shares of the picture. */
const HAND_PER_PX = 1 / 9000
const MIDDLE = { x: 0.62, y: 0.58 }
/** A hand must not leave the picture on its way. */
const REACH = { from: 0.22, to: 0.86 }
/** The pointer rests on a thing when so many of its places in a row were on it. */
const RESTS = 4
const LOOKS_AGAIN_MS = 600
/** A pinch that came to nothing is made again. */
const ATTEMPTS = 12

/**
 * A person before the camera, who sees the window and moves the hand until the pointer is where it should be. The demo
 * hand is led; everything from its picture on is the app: tracker, gestures, and the real pointer of the X server.
 */
export class HandInControl {
  #wish: LedHandCommand = { ...MIDDLE, pose: 'open-palm', isAway: false }
  readonly #page: Page
  readonly #beckon: Beckon

  constructor(page: Page, beckon: Beckon) {
    this.#page = page
    this.#beckon = beckon
  }

  async show(wish: Partial<LedHandCommand>): Promise<void> {
    this.#wish = { ...this.#wish, ...wish }
    // As text: this program knows no page.
    await this.#page.evaluate(
      `new BroadcastChannel('${LEADING_CHANNEL}').postMessage(${JSON.stringify(this.#wish)})`,
    )
  }

  /** Holds up an open palm until it has control: also when a machine that was busy elsewhere had lost it. */
  async takeControl(): Promise<void> {
    await until(
      'the palm to take control',
      async () => {
        if (this.#isEngaged()) return true
        await this.show({ ...MIDDLE, pose: 'pinch-index-open' })
        await until('a lowered palm to be seen', () => this.#isEngaged(), 1500).catch(nothing)
        await this.show({ ...MIDDLE, pose: 'open-palm' })
        return until('control', () => this.#isEngaged(), 10_000).catch(nothing)
      },
      WITHIN_MS,
    )
    await this.show({ pose: 'pinch-index-open' })
  }

  #isEngaged(): boolean {
    return this.#state() === 'engaged'
  }

  #state(): unknown {
    return this.#beckon.events.findLast(({ kind }) => kind === 'state')?.['state']
  }

  /** Leads the pointer onto the middle of what `selector` finds, until it rests there or `isDone`. */
  async pointAt(selector: string, isDone: () => Promise<boolean> = never): Promise<void> {
    let seen = this.#moves().length
    let lookedMs = performance.now()
    let rests = 0
    await until(
      `the pointer on ${selector}`,
      async () => {
        if (await isDone()) return true
        if (this.#state() === 'paused') throw new Error('HandInControl: a click has paused the app')
        if (!this.#isEngaged()) await this.takeControl()
        const moves = this.#moves()
        const place = await this.#placeOf(selector)
        const last = moves.at(-1)
        // A pointer that rests says nothing: after a while people look again.
        const isNews = moves.length !== seen || performance.now() - lookedMs > LOOKS_AGAIN_MS
        if (place === undefined || !isNews) return false
        seen = moves.length
        lookedMs = performance.now()
        if (last === undefined) return this.#nudge()
        const wrong = { x: place.x - last.x, y: place.y - last.y }
        const isOn = Math.abs(wrong.x) < place.width / 4 && Math.abs(wrong.y) < place.height / 4
        rests = isOn ? rests + 1 : 0
        if (!isOn) await this.#correct(wrong)
        return rests >= RESTS
      },
      WITHIN_MS,
    ).catch(async (error: unknown) => {
      const place = JSON.stringify(await this.#placeOf(selector))
      const lately = this.#beckon.events.slice(-4).map((event) => JSON.stringify(event))
      const facts = [`it is at ${place}`, `the hand at ${JSON.stringify(this.#wish)}`, ...lately]
      throw new Error([String(error), ...facts].join('\n'))
    })
  }

  /** Points at it and pinches, until `isDone`. */
  async click(selector: string, isDone: () => Promise<boolean>): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      await this.pointAt(selector, isDone)
      if (await isDone()) return
      const pressed = this.#presses()
      await this.show({ pose: 'pinch-index' })
      await until('the pinch to be seen', () => this.#presses() > pressed, 15_000).catch(nothing)
      await this.show({ pose: 'pinch-index-open' })
      const done = await until(`what a click on ${selector} does`, isDone, 5000).catch(nothing)
      if (done !== undefined) return
    }
    throw new Error(`HandInControl: ${ATTEMPTS} clicks on ${selector} came to nothing`)
  }

  /** The pointer has not moved yet: a small movement shows where it is. */
  async #nudge(): Promise<false> {
    await this.show({ x: this.#wish.x + (this.#wish.x < 0.6 ? 0.04 : -0.04) })
    return false
  }

  async #correct({ x, y }: Point): Promise<void> {
    const to = {
      x: this.#wish.x + x * HAND_PER_PX,
      y: this.#wish.y + y * HAND_PER_PX * 1.2,
    }
    if ([to.x, to.y].every((share) => share > REACH.from && share < REACH.to)) await this.show(to)
    else await this.#reachAnew()
  }

  /** Out of reach: the hand leaves, and comes back where there is room; the pointer waits where it was. */
  async #reachAnew(): Promise<void> {
    await this.show({ isAway: true })
    await until('the hand to be missed', () => this.#hands() === 0, 5000).catch(nothing)
    await this.show({ ...MIDDLE, isAway: false })
    await until('the hand to be back', () => this.#isEngaged(), 3000).catch(nothing)
  }

  /** The app tells of hands by what it says of their absence. */
  #hands(): number {
    const state = this.#beckon.events.findLast(({ kind }) => kind === 'state')
    return state?.['hint'] === 'Show a hand to the camera.' ? 0 : 1
  }

  #moves(): readonly Point[] {
    return this.#beckon.events.filter(isMove).map((event) => asPoint(event['to']))
  }

  #presses(): number {
    return this.#beckon.events.filter(
      ({ action }) => action === 'pointer.click' || action === 'pointer.press',
    ).length
  }

  /** Where a thing is on the screen, in its pixels. */
  async #placeOf(selector: string): Promise<(Point & Size) | undefined> {
    const found = await this.#page.evaluate<(Point & Size) | null>(`(() => {
      const found = document.querySelector(${JSON.stringify(selector)})
      if (found === null) return null
      const { x, y, width, height } = found.getBoundingClientRect()
      const reliable = (outerWidth - innerWidth) / 2
      const left = screenX + reliable
      const top = screenY + outerHeight - innerHeight - reliable
      return { x: left + x + width / 2, y: top + y + height / 2, width, height }
    })()`)
    return found ?? undefined
  }
}

interface Size {
  readonly width: number
  readonly height: number
}

const isMove = (event: BeckonEvent): boolean => event['action'] === 'pointer.move'
const asPoint = (value: unknown): Point => value as Point
const never = (): Promise<boolean> => Promise.resolve(false)
const nothing = (): undefined => undefined
