import { describe, expect, it } from 'vitest'
import { failed, ok, type Result } from '../../contract/result.ts'
import { verbatim } from '../../core/sentence.ts'
import { keepInput } from './input-keeper.ts'
import type { InputLink } from './input-link.ts'
import type { InputOrder } from './input-orders.ts'

const PAUSE_MS = 250
const AT = { x: 1, y: 1 }
const PRESS = { kind: 'press', button: 'left', ...AT } as const
const RELEASE = { kind: 'release', button: 'left' } as const
const MOVE = { kind: 'move', ...AT } as const

/** Processes by number, which write down what they are asked; one that is stuck answers nothing. */
function processes() {
  const log: string[] = []
  const lost = new Map<number, () => void>()
  const living = new Set<number>()
  const unanswered = new Map<number, (error: Error) => void>()
  let isRefused = false
  let isStuck = false
  const start = (): InputLink => {
    const number = lost.size + 1
    living.add(number)
    lost.set(number, () => undefined)
    log.push(`${number} started`)
    return {
      desktop: { left: 0, top: 0, width: 100, height: 100 },
      order: (order) => {
        log.push(
          `${number} ${'keys' in order ? `${order.kind} ${order.keys.join('+')}` : order.kind}`,
        )
        if (!isStuck) return Promise.resolve(AT)
        return new Promise((_, reject) => unanswered.set(number, reject))
      },
      isAlive: () => living.has(number),
      onLost: (listener) => lost.set(number, listener),
      close: () => {
        living.delete(number)
        return Promise.resolve()
      },
    }
  }
  const open = (): Promise<Result<InputLink>> =>
    Promise.resolve(isRefused ? failed(verbatim('no display')) : ok(start()))
  return {
    ...{ log, living, start, open },
    kill: (number: number) => {
      isStuck = false
      living.delete(number)
      unanswered.get(number)?.(new Error('killed'))
      lost.get(number)?.()
    },
    refuse: () => {
      isRefused = true
    },
    getStuck: () => {
      isStuck = true
    },
  }
}

const kept = () => {
  const all = processes()
  let nowMs = 0
  const keeper = keepInput(all.start(), all.open, () => nowMs, PAUSE_MS)
  return { ...all, keeper, wait: (ms: number) => (nowMs += ms) }
}

describe('an input process that ends by itself', () => {
  it('is followed by the one that stands by, before another is started', async () => {
    const { keeper, log, kill } = kept()
    await keeper.order(PRESS)
    kill(1)
    await keeper.order(RELEASE)
    expect(log).toEqual(['1 started', '2 started', '1 press', '2 release'])
  })

  it('has one standing by again at the next order', async () => {
    const { keeper, log, kill } = kept()
    await keeper.order(PRESS)
    kill(1)
    await keeper.order(MOVE)
    await keeper.order(MOVE)
    kill(2)
    await keeper.order(RELEASE)
    expect(log.slice(3)).toEqual(['2 move', '3 started', '2 move', '3 release'])
  })

  it('has none standing by while the pointer is only looked at', async () => {
    const { keeper, log } = kept()
    await keeper.order({ kind: 'position' })
    expect(log).toEqual(['1 started', '1 position'])
  })

  it('is followed by a new one when the one that stood by has ended too', async () => {
    const { keeper, log, kill } = kept()
    await keeper.order(PRESS)
    kill(2)
    kill(1)
    await keeper.order(RELEASE)
    expect(log.slice(3)).toEqual(['3 started', '3 release'])
  })

  it('is tried to be replaced once per pause where that fails', async () => {
    const { keeper, refuse, kill, wait } = kept()
    refuse()
    kill(1)
    await expect(keeper.order(MOVE)).rejects.toThrow('no display')
    await expect(keeper.order(MOVE)).rejects.toThrow('just now')
    wait(PAUSE_MS)
    await expect(keeper.order(MOVE)).rejects.toThrow('no display')
  })
})

describe('an order that is cut short', () => {
  const cases: readonly [InputOrder, string][] = [
    [{ kind: 'chord', keys: ['LeftAlt', 'A'] }, 'release-keys LeftAlt+A'],
    [{ kind: 'zoom', in: 2 }, 'release-keys LeftControl'],
    [{ kind: 'type', text: 'A' }, 'release-keys LeftShift'],
    [{ kind: 'click', button: 'left', isDouble: false, ...AT }, 'release'],
  ]
  it.each(cases)('leaves nothing down: %j', async (order, release) => {
    const { keeper, log, getStuck, kill } = kept()
    await keeper.order(MOVE)
    getStuck()
    const cut = keeper.order(order)
    kill(1)
    await expect(cut).rejects.toThrow('killed')
    await keeper.order(MOVE)
    expect(log.slice(4)).toEqual([`2 ${release}`, '3 started', '2 move'])
  })

  it('leaves what is held to whoever holds it', async () => {
    const { keeper, log, getStuck, kill } = kept()
    await keeper.order(MOVE)
    getStuck()
    const cut = keeper.order(PRESS)
    kill(1)
    await expect(cut).rejects.toThrow('killed')
    await keeper.order(RELEASE)
    expect(log.slice(4)).toEqual(['3 started', '2 release'])
  })
})

describe('closing', () => {
  it('ends the one in use and the one that stands by', async () => {
    const { keeper, living } = kept()
    await keeper.order(PRESS)
    expect(living.size).toBe(2)
    await keeper.close()
    expect(living.size).toBe(0)
  })
})
