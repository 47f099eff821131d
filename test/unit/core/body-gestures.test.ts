import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BODY_POSES, type BodyPose } from '../../../src/core/body/body-poses.ts'
import type { BodyReading } from '../../../src/core/classifier/classifier.ts'
import type { Mode } from '../../../src/core/gesture/mode.ts'
import {
  createPipeline,
  type Pipeline,
  type PipelineOutput,
} from '../../../src/core/pipeline/pipeline.ts'
import { withArmsUp, withBodyBinding } from '../../support/body-project.ts'
import { makeFrame, makeHand } from '../../support/hand/make-hand.ts'
import { DESKTOP, shippedProject } from '../../support/hand/stage.ts'

const FRAME_MS = 1000 / 30
const PLAIN = shippedProject('desktop')

/** Somebody whose body is read as the test says, without hands; the pipeline, and what came out of it. */
class Person {
  atMs = 0
  readonly outputs: PipelineOutput[] = []
  #body: BodyReading | undefined
  readonly #pipeline: Pipeline

  constructor(project = withArmsUp(PLAIN), isEngagedPinned = true) {
    this.#pipeline = createPipeline({
      project,
      desktop: DESKTOP,
      isEngagedPinned,
      mode: 'watching',
    })
  }

  comes(trackId = 1, pose: BodyPose = 'none'): this {
    this.#body = { trackId, bornAtMs: this.atMs, pose: { pose, score: 0.9 }, squats: 0 }
    return this
  }
  does(pose: BodyPose, ms: number): this {
    if (this.#body) this.#body = { ...this.#body, pose: { pose, score: 0.9 } }
    return this.wait(ms)
  }
  squats(count: number, ms: number): this {
    if (this.#body) this.#body = { ...this.#body, squats: count }
    return this.wait(ms)
  }
  goes(): this {
    this.#body = undefined
    return this
  }
  wait(ms: number, hands = [] as ReturnType<typeof makeHand>[]): this {
    for (const endMs = this.atMs + ms; this.atMs < endMs - 0.001;) {
      this.atMs += FRAME_MS
      this.outputs.push(this.#pipeline.step(makeFrame(this.atMs, hands), { body: this.#body }))
    }
    return this
  }
  gestures(): string[] {
    return this.outputs
      .flatMap(({ gestures }) => gestures)
      .filter(({ phase }) => phase !== 'changed')
      .map(({ gesture, hand, phase, reason }) =>
        [gesture, `of the ${hand}`, phase, reason].filter(Boolean).join(' '),
      )
  }
  acts(): string[] {
    return this.outputs
      .flatMap(({ effects }) => effects)
      .map(({ effect }) => effect.kind)
      .filter((kind) => kind !== 'pointer.move')
  }
  set(mode: Mode): void {
    this.outputs.push(this.#pipeline.setMode(mode, this.atMs))
    if (mode !== 'engaged') this.outputs.push(this.#pipeline.setMode('engaged', this.atMs))
  }
  quit(): void {
    this.outputs.push(this.#pipeline.cancelAll('quit', this.atMs))
  }
  /** Gestures that began and have no end. Throws when one begins twice, or ends without a beginning. */
  openAfterAll(): string[] {
    const open = new Set<string>()
    for (const { gesture, phase } of this.outputs.flatMap(({ gestures }) => gestures)) {
      if (open.has(gesture) === (phase === 'began')) throw new Error(`${gesture} ${phase}`)
      if (phase === 'began') open.add(gesture)
      if (phase === 'ended' || phase === 'cancelled') open.delete(gesture)
    }
    return [...open]
  }
  get mode(): string | undefined {
    return this.outputs.at(-1)?.mode
  }
}

describe('a pose of the body', () => {
  test('holds what it is bound to from when it has lasted until it ends', () => {
    const person = new Person().comes().does('none', 500).does('arms-up', 1000)
    expect(person.acts()).toEqual(['key.press'])
    person.does('none', 300)
    expect(person.acts()).toEqual(['key.press', 'key.release'])
    expect(person.gestures()).toEqual([
      'body.arms-up of the body began',
      'body.arms-up of the body ended',
    ])
  })

  test('in passing is none', () => {
    const person = new Person().comes().does('none', 500).does('arms-up', 120).does('none', 500)
    expect(person.gestures()).toEqual([])
  })

  test('with which somebody comes into view does nothing', () => {
    const person = new Person().comes(1, 'arms-up').does('arms-up', 2000)
    expect(person.acts()).toEqual([])
  })

  test('lets go at once when the body is not seen any more', () => {
    const person = new Person().comes().does('none', 500).does('arms-up', 500)
    person.goes().wait(FRAME_MS)
    expect(person.acts()).toEqual(['key.press', 'key.release'])
    expect(person.gestures().at(-1)).toBe('body.arms-up of the body cancelled body-lost')
  })

  test('of somebody else does not go on where the first one left', () => {
    const person = new Person().comes(1).does('none', 500).does('arms-up', 500)
    person.comes(2, 'arms-up').wait(1000)
    expect(person.acts()).toEqual(['key.press', 'key.release'])
  })

  test('does nothing while nobody has taken control', () => {
    const person = new Person(withArmsUp(PLAIN), false).comes().does('none', 500)
    expect(person.does('arms-up', 1000).acts()).toEqual([])
    expect(person.mode).toBe('watching')
  })
})

describe('a squat', () => {
  const press = { kind: 'key.chord', keys: ['right'] } as const
  const project = withBodyBinding(PLAIN, 'exercise.squat', press)

  test('acts once for each that was finished', () => {
    const person = new Person(project).comes().wait(500)
    person.squats(1, 1000).squats(2, 1000)
    expect(person.acts()).toEqual(['key.chord', 'key.chord'])
  })

  test('made before anybody looked does not count', () => {
    const person = new Person(project).comes()
    expect(person.squats(7, 1000).acts()).toEqual([])
    person.comes(2).squats(9, 1000)
    expect(person.acts()).toEqual([])
  })
})

describe('control', () => {
  const raise = [makeHand({ shape: 'open-palm', at: [0.65, 0.5] })]
  const engaged = (): Person => {
    const person = new Person(withArmsUp(PLAIN), false).comes().wait(400)
    person.wait(1400, raise).wait(500)
    expect(person.mode).toBe('engaged')
    return person
  }

  test('stays with somebody whose hands are not seen, and ends when they are gone', () => {
    const person = engaged().wait(12_000)
    expect(person.mode).toBe('engaged')
    person.goes().wait(10_100)
    expect(person.mode).toBe('watching')
  })

  test('is not let go of by the palm of an arm that is stretched up', () => {
    const person = engaged().does('arms-up', 400)
    expect(person.wait(2500, raise).mode).toBe('engaged')
  })
})

describe('whatever a body does', () => {
  const happening = fc.record({
    trackId: fc.constantFrom(undefined, 1, 2),
    pose: fc.constantFrom(...BODY_POSES),
    squats: fc.nat(5),
    ms: fc.constantFrom(33, 100, 400, 1500),
    mode: fc.constantFrom(undefined, 'paused' as const, 'watching' as const),
  })

  test('every gesture that began has exactly one end, and nothing stays held', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 30 }), (happenings) => {
        const person = new Person(
          withBodyBinding(withArmsUp(PLAIN), 'exercise.squat', { kind: 'key.hold', keys: ['a'] }),
        )
        for (const { trackId, pose, squats, ms, mode } of happenings) {
          if (trackId === undefined) person.goes()
          else person.comes(trackId, pose).squats(squats, 0)
          person.wait(ms)
          if (mode) person.set(mode)
        }
        person.quit()
        expect(person.openAfterAll()).toEqual([])
        const counts = (kind: string): number => person.acts().filter((act) => act === kind).length
        expect(counts('key.release')).toBe(counts('key.press'))
      }),
      { numRuns: 100 },
    )
  })
})
