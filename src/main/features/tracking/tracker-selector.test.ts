import { beforeEach, describe, expect, test } from 'vitest'
import type { StageProblem, TrackerCommand } from '../../../contract/channels/status.ts'
import type { TrackerChoice } from '../../shared/app-options.ts'
import { inEnglish, verbatim } from '../../../core/sentence/sentence.ts'
import type { SupervisorNews } from './tracker-supervisor.ts'
import { fasterTracker, TrackerSelector } from './tracker-selector.ts'

/** A selector whose process the test starts and ends; what it tells the page, the state store and the session is written down. */
class Stage {
  readonly said: string[] = []
  readonly problems: StageProblem[] = []
  lastTracker: TrackerCommand | undefined
  isUp = false
  tell: (news: SupervisorNews) => void = () => undefined
  readonly selector: TrackerSelector

  constructor(choice: TrackerChoice) {
    let tokens = 0
    this.selector = new TrackerSelector(
      {
        subject: 'hands',
        model: { kind: 'found', url: '/models/hand.task' },
        startNative: (hear) => {
          this.said.push('start process')
          this.tell = hear
          return {
            admit: () => (this.isUp ? { port: 5000 } : undefined),
            pid: () => undefined,
            close: () => this.said.push('end process'),
          }
        },
        newToken: () => `token ${(tokens += 1)}`,
        command: (command) => {
          const trackers = command.kind === 'track' ? [command.tracker] : command.trackers
          this.said.push(`${command.kind} ${trackers.map(({ name }) => name).join()}`)
          this.lastTracker = trackers[0]
        },
        show: (name) => this.said.push(`show ${name}`),
        remember: (name) => this.said.push(`remember ${name}`),
        report: (problem) => this.problems.push(problem),
        clearProblems: () => undefined,
        letGo: () => this.said.push('let go'),
      },
      choice,
    )
  }

  hear(news: SupervisorNews): void {
    this.isUp = news.kind === 'up'
    this.tell(news)
  }

  lastProblem(): string {
    const said = this.problems.at(-1)?.message
    return said === undefined ? '' : inEnglish(said)
  }

  take(): string[] {
    return this.said.splice(0)
  }
}
const CRASH = { kind: 'down', message: verbatim('Hand tracking ended.') } as const

describe('with the native tracker chosen', () => {
  let stage: Stage
  beforeEach(() => (stage = new Stage('native')))

  test('orders it when its process is up, with where to go and a token', () => {
    expect(stage.take()).toEqual(['show native', 'start process'])
    stage.hear({ kind: 'up' })
    expect(stage.take()).toEqual(['track native'])
    expect(stage.lastTracker?.endpoint).toMatchObject({ url: 'ws://127.0.0.1:5000' })
  })

  test('gives each process a token of its own', () => {
    stage.hear({ kind: 'up' })
    const first = stage.lastTracker?.endpoint?.token
    stage.hear(CRASH)
    stage.hear({ kind: 'up' })
    expect(stage.lastTracker?.endpoint?.token).not.toBe(first)
  })

  test('lets go of everything when the process ends, and orders again when it is back', () => {
    stage.hear({ kind: 'up' })
    stage.take()
    stage.hear(CRASH)
    expect(stage.take()).toEqual(['let go'])
    expect(stage.lastProblem()).toBe('Hand tracking ended.')
    stage.hear({ kind: 'up' })
    expect(stage.take()).toEqual(['track native'])
  })

  test('goes on with mediapipe and says so when the process is given up', () => {
    stage.hear({ kind: 'up' })
    stage.take()
    stage.hear({ kind: 'given-up', message: verbatim('It ended three times.') })
    expect(stage.take()).toEqual(['let go', 'show mediapipe', 'track mediapipe'])
    expect(stage.lastProblem()).toBe(
      'It ended three times. Beckon goes on with the slower MediaPipe tracker.',
    )
    stage.selector.choose('native')
    expect(stage.take()).toEqual(['show native', 'start process'])
  })
})

describe('with the choice left to the app', () => {
  test('times both once the process is up, remembers and orders the faster', () => {
    const stage = new Stage('auto')
    expect(stage.take()).toEqual(['show auto', 'start process'])
    stage.hear({ kind: 'up' })
    expect(stage.take()).toEqual(['measure native,mediapipe'])
    stage.selector.useTimings([
      { name: 'native', medianMs: 30 },
      { name: 'mediapipe', medianMs: 9 },
    ])
    expect(stage.take()).toEqual([
      'remember mediapipe',
      'show mediapipe',
      'end process',
      'track mediapipe',
    ])
  })

  test('measures once more when asked', () => {
    const stage = new Stage('auto')
    stage.hear({ kind: 'up' })
    stage.take()
    stage.selector.useTimings([{ name: 'native', medianMs: 9 }])
    stage.take()
    stage.selector.choose('auto')
    expect(stage.take()).toEqual(['show auto', 'measure native,mediapipe'])
  })

  test('takes mediapipe where the native tracker cannot start', () => {
    const stage = new Stage('auto')
    stage.take()
    stage.hear({ kind: 'given-up', message: verbatim('The model is missing.') })
    expect(stage.take()).toEqual(['let go', 'show mediapipe', 'track mediapipe'])
  })

  test('ignores timings that nobody asked for', () => {
    const stage = new Stage('mediapipe')
    stage.take()
    stage.selector.useTimings([{ name: 'native', medianMs: 1 }])
    expect(stage.take()).toEqual([])
  })
})

test.each([
  [[8, 57], 'native'],
  [[30, 9], 'mediapipe'],
  [[20, 20], 'native'],
  [[undefined, 57], 'mediapipe'],
  [[40, undefined], 'native'],
  [[undefined, undefined], 'mediapipe'],
])('of native and mediapipe at %j ms the choice is %s', ([native, mediapipe], expected) => {
  const timing = (name: string, medianMs: number | undefined) =>
    medianMs === undefined ? { name } : { name, medianMs }
  expect(fasterTracker([timing('native', native), timing('mediapipe', mediapipe)])).toBe(expected)
})
