import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ShownAction } from '../../../src/contract/channels/app-state.ts'
import { failed, ok } from '../../../src/contract/boundary/result.ts'
import { say } from '../../../src/contract/words/say.ts'
import type { CameraStatus } from '../../../src/contract/channels/status.ts'
import { verbatim } from '../../../src/core/sentence/sentence.ts'
import { frameOf, memoryLink } from '../../support/memory-link.ts'

const status = (label: string): CameraStatus => ({ kind: 'opening', label })
const action = (cause: string): ShownAction => ({
  atMs: 0,
  effect: { kind: 'key.text' },
  cause,
})

describe('reliable messages', () => {
  it('arrive once and in order, whatever breaks and however slow it is', () => {
    const step = fc.constantFrom(
      'up',
      'down',
      'carry',
      'carry',
      'carry',
      'cut',
      'connect',
      'connect',
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const { renderer, main, connect, cut, carryOne, carryAll, trouble } = memoryLink()
        const up: string[] = []
        const down: string[] = []
        main.on('camera', (camera) => up.push('label' in camera ? camera.label : ''))
        renderer.on('action', ({ cause }) => down.push(cause))
        let sentUp = 0
        let sentDown = 0
        for (const name of steps) {
          if (name === 'up') renderer.send('camera', status(`${(sentUp += 1)}`))
          if (name === 'down') main.send('action', action(`${(sentDown += 1)}`))
          if (name === 'carry') carryOne()
          if (name === 'cut') cut()
          if (name === 'connect') connect()
        }
        connect()
        carryAll()
        const count = (to: number): string[] => Array.from({ length: to }, (_, at) => `${at + 1}`)
        expect({ up, down, trouble }).toEqual({
          up: count(sentUp),
          down: count(sentDown),
          trouble: [],
        })
      }),
      { numRuns: 500 },
    )
  })

  it('wait until there is a connection', () => {
    const { renderer, main, connect, carryAll } = memoryLink()
    const heard: unknown[] = []
    main.on('cameras', (labels) => heard.push(labels))
    renderer.send('cameras', ['HD Webcam'])
    expect(heard).toEqual([])
    connect()
    carryAll()
    expect(heard).toEqual([['HD Webcam']])
  })

  it('are refused with a word when far too many wait', () => {
    const { renderer, trouble } = memoryLink()
    for (let at = 0; at < 1100; at += 1) renderer.send('cameras', [])
    expect(trouble).toEqual(['page: More than 1000 messages wait; some were lost.'])
  })

  it('do not reach a newcomer that they were not meant for', () => {
    const { main, page, connect, carryAll, cut } = memoryLink()
    connect()
    carryAll()
    cut()
    main.send('action', action('stale'))
    const heard: unknown[] = []
    const other = page('page-2')
    other.on('action', ({ cause }) => heard.push(cause))
    main.onConnection((isConnected) => isConnected && main.send('action', action('fresh')))
    connect(other)
    carryAll()
    expect(heard).toEqual(['fresh'])
  })
})

describe('the latest lane', () => {
  it('keeps one message on its way and the newest waiting, and counts what it replaced', () => {
    const { renderer, main, connect, carryAll } = memoryLink()
    const heard: number[] = []
    main.on('frame', (frame) => heard.push(frame.sequence))
    connect()
    carryAll()
    for (let sequence = 0; sequence < 10; sequence += 1) renderer.send('frame', frameOf(sequence))
    carryAll()
    expect(heard).toEqual([0, 9])
    expect(renderer.dropped('frame')).toBe(8)
  })

  it('ends with the newest under any load and any breaks, and never goes back', () => {
    const step = fc.constantFrom('send', 'send', 'carry', 'carry', 'cut', 'connect')
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const { renderer, main, connect, cut, carryOne, carryAll } = memoryLink()
        const heard: number[] = []
        main.on('frame', (frame) => heard.push(frame.sequence))
        let sent = 0
        for (const name of steps) {
          if (name === 'send') renderer.send('frame', frameOf((sent += 1)))
          if (name === 'carry') carryOne()
          if (name === 'cut') cut()
          if (name === 'connect') connect()
        }
        connect()
        carryAll()
        expect(heard).toEqual([...new Set(heard)].toSorted((a, b) => a - b))
        if (sent > 0) expect(heard.at(-1)).toBe(sent)
      }),
      { numRuns: 500 },
    )
  })
})

describe('questions', () => {
  it('are answered with a result, also across a broken wire', async () => {
    const { renderer, main, connect, carryAll, cut } = memoryLink()
    main.handle('switchProject', ({ id }) =>
      id === 'desktop' ? ok({}) : failed(verbatim(`No "${id}".`), verbatim('Look.')),
    )
    connect()
    carryAll()
    const good = renderer.request('switchProject', { id: 'desktop' })
    const bad = renderer.request('switchProject', { id: 'x' })
    cut()
    connect()
    carryAll()
    // Answers are given on turns of their own.
    await new Promise((resolve) => setImmediate(resolve))
    carryAll()
    expect(await good).toEqual(ok({}))
    expect(await bad).toEqual(failed(verbatim('No "x".'), verbatim('Look.')))
  })

  it('whose answer throws are answered all the same, and the fault is told', async () => {
    const { renderer, main, connect, carryAll, trouble } = memoryLink()
    main.handle('switchProject', () => {
      throw new Error('Ouch.')
    })
    connect()
    const answer = renderer.request('switchProject', { id: 'desktop' })
    carryAll()
    await new Promise((resolve) => setImmediate(resolve))
    carryAll()
    expect(await answer).toEqual(failed(say('"{}" failed: {}', 'switchProject', 'Ouch.')))
    expect(trouble).toEqual(['"switchProject" failed: Ouch.'])
  })

  it('give up by name after five seconds', async () => {
    const { renderer, timers } = memoryLink()
    const answer = renderer.request('setMode', { mode: 'paused' })
    timers.forEach((run) => run())
    expect(await answer).toEqual(failed(say('"{}" was not answered within {} s.', 'setMode', 5)))
  })
})

describe('the types', () => {
  it('let nothing be sent the wrong way or in the wrong shape', () => {
    const { renderer, main } = memoryLink()
    const wrong = (): void => {
      // @ts-expect-error state goes down, not up
      renderer.send('state', {})
      // @ts-expect-error how things are is published
      main.send('service', { kind: 'off' })
      // @ts-expect-error what happened is sent
      main.publish('action', action(''))
      // @ts-expect-error frames go up, not down
      main.send('frame', frameOf(1))
      // @ts-expect-error a label is missing
      renderer.send('camera', { kind: 'opening' })
      // @ts-expect-error there is no such channel
      main.on('keystrokes', () => undefined)
      // @ts-expect-error main does not ask
      main.request('setMode', { mode: 'paused' })
      // @ts-expect-error there is no such mode
      void renderer.request('setMode', { mode: 'asleep' })
      // @ts-expect-error the answer is not a Result
      main.handle('setMode', () => true)
    }
    expect(wrong).toBeTypeOf('function')
  })
})
