import { describe, expect, it } from 'vitest'
import { failed, ok, type Result } from '../../../../contract/boundary/result.ts'
import { verbatim } from '../../../../core/sentence/sentence.ts'
import { createInputStandby } from './input-standby.ts'
import type { InputClient } from './input-client.ts'
import type { InputCommand } from './input-commands.ts'

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
  const unanswered = new Map<number, ((error: Error) => void)[]>()
  const dying = new Set<number>()
  let endsAtKey: string | undefined
  let isRefused = false
  let isStuck = false
  const start = (): InputClient => {
    const number = lost.size + 1
    living.add(number)
    lost.set(number, () => undefined)
    log.push(`${number} started`)
    return {
      desktop: { left: 0, top: 0, width: 100, height: 100 },
      command: (command) => {
        log.push(
          `${number} ${'keys' in command ? `${command.kind} ${command.keys.join('+')}` : command.kind}`,
        )
        if (endsAtKey !== undefined && 'keys' in command && command.keys.includes(endsAtKey)) {
          dying.add(number)
          setImmediate(() => end(number))
        }
        if (!isStuck && !dying.has(number)) return Promise.resolve(AT)
        return new Promise((_, reject) => {
          unanswered.set(number, [...(unanswered.get(number) ?? []), reject])
        })
      },
      isAlive: () => living.has(number),
      onLost: (listener) => lost.set(number, listener),
      close: () => {
        living.delete(number)
        return Promise.resolve()
      },
    }
  }
  const end = (number: number): void => {
    living.delete(number)
    unanswered.get(number)?.forEach((reject) => reject(new Error('killed')))
    lost.get(number)?.()
  }
  const open = (): Promise<Result<InputClient>> =>
    Promise.resolve(isRefused ? failed(verbatim('no display')) : ok(start()))
  return {
    ...{ log, living, start, open },
    kill: (number: number) => {
      isStuck = false
      end(number)
    },
    refuse: () => {
      isRefused = true
    },
    getStuck: () => {
      isStuck = true
    },
    endAt: (key: string) => {
      endsAtKey = key
    },
  }
}

const kept = () => {
  const all = processes()
  let nowMs = 0
  const standby = createInputStandby(all.start(), all.open, () => nowMs, PAUSE_MS)
  return { ...all, standby, wait: (ms: number) => (nowMs += ms) }
}

describe('an input process that ends by itself', () => {
  it('is followed by the one that stands by, before another is started', async () => {
    const { standby, log, kill } = kept()
    await standby.command(PRESS)
    kill(1)
    await standby.command(RELEASE)
    expect(log).toEqual(['1 started', '2 started', '1 press', '2 release'])
  })

  it('has one standing by again at the next order', async () => {
    const { standby, log, kill } = kept()
    await standby.command(PRESS)
    kill(1)
    await standby.command(MOVE)
    await standby.command(MOVE)
    kill(2)
    await standby.command(RELEASE)
    expect(log.slice(3)).toEqual(['2 move', '3 started', '2 move', '3 release'])
  })

  it('has none standing by while the pointer is only looked at', async () => {
    const { standby, log } = kept()
    await standby.command({ kind: 'position' })
    expect(log).toEqual(['1 started', '1 position'])
  })

  it('is followed by a new one when the one that stood by has ended too', async () => {
    const { standby, log, kill } = kept()
    await standby.command(PRESS)
    kill(2)
    kill(1)
    await standby.command(RELEASE)
    expect(log.slice(3)).toEqual(['3 started', '3 release'])
  })

  it('is tried to be replaced once per pause where that fails', async () => {
    const { standby, refuse, kill, wait } = kept()
    refuse()
    kill(1)
    await expect(standby.command(MOVE)).rejects.toThrow('no display')
    await expect(standby.command(MOVE)).rejects.toThrow('just now')
    wait(PAUSE_MS)
    await expect(standby.command(MOVE)).rejects.toThrow('no display')
  })
})

describe('an order that is cut short', () => {
  const cases: readonly [InputCommand, readonly string[]][] = [
    [{ kind: 'chord', keys: ['LeftAlt', 'A'] }, ['release-keys A', 'release-keys LeftAlt']],
    [{ kind: 'zoom', in: 2 }, ['release-keys LeftControl']],
    [{ kind: 'type', text: 'A' }, ['release-keys LeftShift']],
    [{ kind: 'click', button: 'left', isDouble: false, ...AT }, ['release']],
  ]
  it.each(cases)('leaves nothing down: %j', async (command, releases) => {
    const { standby, log, getStuck, kill } = kept()
    await standby.command(MOVE)
    getStuck()
    const cut = standby.command(command)
    kill(1)
    await expect(cut).rejects.toThrow('killed')
    await standby.command(MOVE)
    expect(log.slice(4)).toEqual([
      ...releases.map((release) => `2 ${release}`),
      '3 started',
      '2 move',
    ])
  })

  it('leaves what is held to whoever holds it', async () => {
    const { standby, log, getStuck, kill } = kept()
    await standby.command(MOVE)
    getStuck()
    const cut = standby.command(PRESS)
    kill(1)
    await expect(cut).rejects.toThrow('killed')
    await standby.command(RELEASE)
    expect(log.slice(4)).toEqual(['3 started', '2 release'])
  })
})

describe('a release that ends every process', () => {
  const turns = async (): Promise<void> => {
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  }
  const afterCut = async (...keys: readonly string[]) => {
    const all = kept()
    await all.standby.command(MOVE)
    all.endAt('B')
    const cut = all.standby.command({ kind: 'chord', keys: [...keys] })
    await expect(cut).rejects.toThrow('killed')
    for (let time = 0; time < 10; time += 1) {
      all.wait(PAUSE_MS)
      await all.standby.command(MOVE).catch(() => undefined)
      await turns()
    }
    const tries = (key: string) => all.log.filter((line) => line.endsWith(`release-keys ${key}`))
    return { ...all, tries }
  }

  it.each([['LeftAlt', 'B', 'A'], ['B', 'LeftAlt', 'A'], ['LeftAlt', 'A', 'B'], ['B']])(
    'is given up after three: %j',
    async (...keys) => {
      const { standby, tries } = await afterCut(...keys)
      expect(tries('B').length).toBe(3)
      await expect(standby.command(MOVE)).resolves.toEqual(AT)
    },
  )

  it('keeps no other from being let go of, by a process that lived on until then', async () => {
    const { log, tries } = await afterCut('LeftAlt', 'B', 'A')
    for (const key of ['LeftAlt', 'A']) {
      const [last = ''] = tries(key).slice(-1)
      const process = last.split(' ')[0] ?? ''
      const ended = log.indexOf(`${process} release-keys B`)
      expect(log.indexOf(last)).toBeLessThan(ended === -1 ? Infinity : ended)
    }
  })
})

describe('closing', () => {
  it('ends the one in use and the one that stands by', async () => {
    const { standby, living } = kept()
    await standby.command(PRESS)
    expect(living.size).toBe(2)
    await standby.close()
    expect(living.size).toBe(0)
  })
})
