import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ShownAction } from '../../../src/contract/channels/app-state.ts'
import type { ForegroundView } from '../../../src/contract/channels/project-channels.ts'
import { ok } from '../../../src/contract/boundary/result.ts'
import type { ServiceState } from '../../../src/contract/channels/service-channels.ts'
import { verbatim } from '../../../src/core/sentence/sentence.ts'
import { memoryLink } from '../../support/memory-link.ts'

type Link = ReturnType<typeof memoryLink>

const service = (text: string): ServiceState => ({ kind: 'running', address: text })
const front = (text: string): ForegroundView => ({ kind: 'off', reason: verbatim(text) })
const action = (cause: string): ShownAction => ({
  atMs: 0,
  effect: { kind: 'key.text' },
  cause,
})

/** What a page hears, in order: `service 1`, `front 2`, `action 3`. */
function hearing(page: Link['renderer']): string[] {
  const heard: string[] = []
  page.on('service', (state) => heard.push(`service ${'address' in state ? state.address : ''}`))
  page.on('foreground', (view) =>
    heard.push(`front ${'reason' in view ? view.reason.args[0] : ''}`),
  )
  page.on('action', ({ cause }) => heard.push(`action ${cause}`))
  return heard
}

describe('how things are', () => {
  it('is what the first page is told of it that comes, however often it changed before', () => {
    const { main, renderer, connect, carryAll } = memoryLink()
    const heard = hearing(renderer)
    for (const text of ['1', '2', '3']) main.publish('service', service(text))
    main.publish('foreground', front('4'))
    connect()
    carryAll()
    expect(heard).toEqual(['service 3', 'front 4'])
  })

  it('is told to every newcomer, before what is sent to it on its arrival, and nothing that was', () => {
    const { main, page, connect, carryAll } = memoryLink()
    connect()
    main.publish('service', service('1'))
    main.send('action', action('old'))
    main.publish('foreground', front('2'))
    main.publish('service', service('3'))
    carryAll()
    main.onConnection((isConnected) => isConnected && main.send('action', action('hello')))
    const heard = ['second', 'third'].map((session) => {
      const newcomer = page(session)
      const heardByIt = hearing(newcomer)
      connect(newcomer)
      carryAll()
      return heardByIt
    })
    const told = ['service 3', 'front 2', 'action hello']
    expect(heard).toEqual([told, told])
  })

  it('is not told again to a page that only connects anew, and what changed meanwhile once', () => {
    const { main, renderer, connect, cut, carryAll } = memoryLink()
    const heard = hearing(renderer)
    connect()
    main.publish('service', service('1'))
    main.publish('foreground', front('2'))
    carryAll()
    cut()
    for (const text of ['3', '4', '5']) main.publish('service', service(text))
    connect()
    carryAll()
    expect(heard).toEqual(['service 1', 'front 2', 'service 5'])
  })

  it('reaches a page again that had not confirmed it when the transport broke', () => {
    const { main, renderer, connect, cut, carryAll } = memoryLink()
    const heard = hearing(renderer)
    connect()
    carryAll()
    main.publish('service', service('1'))
    cut()
    connect()
    carryAll()
    expect(heard).toEqual(['service 1'])
  })

  it('keeps its place among what happened, and before the answer to who asked for it', async () => {
    const { main, renderer, connect, carryAll } = memoryLink()
    const heard = hearing(renderer)
    main.handle('changeSettings', () => {
      main.publish('service', service('asked for'))
      return ok({})
    })
    connect()
    carryAll()
    main.send('action', action('1'))
    main.publish('service', service('2'))
    main.send('action', action('3'))
    main.publish('service', service('4'))
    const answered = renderer.request('changeSettings', {}).then(() => heard.push('answer'))
    carryAll()
    await new Promise((resolve) => setImmediate(resolve))
    carryAll()
    await answered
    expect(heard).toEqual([
      ...['action 1', 'service 2', 'action 3', 'service 4'],
      ...['service asked for', 'answer'],
    ])
  })

  it('behind a page that takes nothing gathers no past, and costs no message', () => {
    const { main, renderer, connect, carryAll, trouble } = memoryLink()
    const heard = hearing(renderer)
    connect()
    carryAll()
    // The transport is there, and nobody reads from it.
    for (let at = 1; at <= 5000; at += 1) main.publish('service', service(`${at}`))
    main.send('action', action('last'))
    carryAll()
    expect(heard.slice(-2)).toEqual(['service 5000', 'action last'])
    expect(heard.length).toBeLessThan(200)
    expect(trouble).toEqual([])
  })

  it('is not taken from the page', () => {
    const { main, connect, forge, isOpen, carryAll, page } = memoryLink()
    connect({ ...page('forger'), attach: () => undefined })
    main.publish('service', service('1'))
    forge({ kind: 'hello', session: 'forger', received: 0 })
    const body = { kind: 'message', channel: 'service', payload: { kind: 'off' } }
    forge({ kind: 'reliable', sequence: 1, body })
    carryAll()
    expect(isOpen()).toBe(false)
  })
})

/** The last number of this name. */
const newest = (heard: readonly string[], name: string): number =>
  Number(heard.findLast((one) => one.startsWith(name))?.split(' ')[1] ?? 0)
const numbers = (heard: readonly string[]): number[] =>
  heard.map((one) => Number(one.split(' ')[1]))

it('whatever breaks and whoever comes, each page hears all in order, nothing twice, and ends with what holds', () => {
  const step = fc.constantFrom(
    ...(['service', 'front', 'action', 'service', 'carry', 'carry', 'carry'] as const),
    ...(['cut', 'connect', 'connect', 'reload'] as const),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const link = memoryLink()
      const { main, connect, cut, carryOne, carryAll, trouble } = link
      const pages = [hearing(link.renderer)]
      let page = link.renderer
      const published = { service: 0, front: 0, actionsOfThisPage: [] as number[] }
      let count = 0
      for (const name of steps) {
        if (name === 'service') main.publish('service', service(`${(published.service = ++count)}`))
        if (name === 'front') main.publish('foreground', front(`${(published.front = ++count)}`))
        if (name === 'action') {
          main.send('action', action(`${++count}`))
          published.actionsOfThisPage.push(count)
        }
        if (name === 'carry') carryOne()
        if (name === 'cut') cut()
        if (name === 'connect') connect(page)
        if (name !== 'reload') continue
        // Met once, so that the one after it is a newcomer.
        connect(page)
        carryAll()
        page = link.page(`page-${pages.length + 1}`)
        pages.push(hearing(page))
        published.actionsOfThisPage = []
        connect(page)
        carryAll()
      }
      connect(page)
      carryAll()
      const heard = pages.at(-1) ?? []
      expect(trouble).toEqual([])
      expect(newest(heard, 'service')).toBe(published.service)
      expect(newest(heard, 'front')).toBe(published.front)
      const actions = heard.filter((one) => one.startsWith('action'))
      expect(numbers(actions)).toEqual(published.actionsOfThisPage)
      for (const one of pages) {
        // What a newcomer is told on its arrival comes in the order in which it was first published.
        const since = numbers(one).slice(one === pages[0] ? 0 : 2)
        expect(since).toEqual([...new Set(since)].toSorted((a, b) => a - b))
      }
    }),
    { numRuns: 500 },
  )
})
