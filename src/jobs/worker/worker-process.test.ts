import { spawnSync } from 'node:child_process'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { say } from '../../contract/words/say.ts'
import { inEnglish } from '../../core/sentence/sentence.ts'
import { jobOptionsSchema } from '../queue/job.ts'
import type { LiveUse } from '../queue/live-use.ts'
import { runWorker, type WorkerEnd } from './worker-process.ts'

interface Given {
  readonly timeoutMs?: number
  readonly maxBytes?: number
  readonly signal?: AbortSignal
  readonly liveUse?: LiveUse
  readonly progress?: (done: number, total: number) => void
}
const FOREVER = 'setInterval(() => undefined, 1000)'

/** Runs a few lines of JavaScript as a worker; `say` reports. */
function run(program: string, given: Given = {}): Promise<WorkerEnd> {
  const say = 'const say = (x) => console.log(JSON.stringify(x));'
  return runWorker({
    command: [process.execPath, '-e', `${say} ${program}`],
    request: {
      kind: 'job',
      version: 1,
      job_id: 'a',
      video_path: '/a.mp4',
      result_path: '/a.part',
      options: jobOptionsSchema.parse({}),
    },
    signal: given.signal ?? new AbortController().signal,
    timeoutMs: given.timeoutMs ?? 60_000,
    maxBytes: given.maxBytes ?? 2 ** 40,
    ...(given.liveUse && { liveUse: given.liveUse }),
    onProgress: given.progress ?? (() => undefined),
  })
}

/** One that has ended but that nobody has asked after yet (a zombie) does nothing any more. */
const isAlive = (pid: number): boolean =>
  /^[^Z]/.test(spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout)

describe('a worker', () => {
  test('reads its order, reports progress and ends', async () => {
    const seen: number[][] = []
    const program = `
      process.stdin.once('data', (request) => {
        say({ kind: 'progress', frames_done: 1, frames_total: 2 })
        console.log('a library says hello')
        say({ kind: 'completed', note: JSON.parse(request).video_path })
      })`
    const end = await run(program, { progress: (...frames) => seen.push(frames) })
    expect(end).toEqual({ kind: 'completed', note: '/a.mp4' })
    expect(seen).toEqual([[1, 2]])
  })

  test('that was heard of and then says nothing for 30 s has died, also when it was stopped', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    let isHeard = (): void => undefined
    const heard = new Promise<void>((resolve) => (isHeard = resolve))
    const program = `
      say({ kind: 'progress', frames_done: 0, frames_total: 0 })
      setTimeout(() => process.kill(process.pid, 'SIGSTOP'), 10)`
    const ending = run(program, {
      progress: () => {
        isHeard()
      },
    })
    await heard
    vi.advanceTimersByTime(31_000)
    expect(await ending).toEqual({
      kind: 'died',
      reason: say('The worker said nothing for {} s.', 30),
    })
  })

  test('that never tells how far it is may take its time', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const stop = new AbortController()
    const ending = run(FOREVER, { signal: stop.signal })
    vi.advanceTimersByTime(31_000)
    stop.abort()
    expect(await ending).toEqual({ kind: 'stopped' })
  })

  test('is told to rest while somebody controls the computer by hand, and to go on after it', async () => {
    const heard = new Set<() => void>()
    let isOn = true
    const liveUse: LiveUse = {
      isOn: () => isOn,
      onChange: (listener) => {
        heard.add(listener)
        return () => heard.delete(listener)
      },
    }
    const program = `
      const rests = []
      require('readline').createInterface({ input: process.stdin }).on('line', (line) => {
        const { kind, rest_ratio } = JSON.parse(line)
        if (kind !== 'pace') return
        rests.push(rest_ratio)
        say({ kind: 'progress', frames_done: rests.length, frames_total: 2 })
        if (rests.length === 2) say({ kind: 'completed', note: rests.join() })
      })`
    const progress = (): void => {
      isOn = false
      for (const tell of heard) tell()
    }
    expect(await run(program, { liveUse, progress })).toEqual({ kind: 'completed', note: '4,0' })
    expect(heard.size).toBe(0)
  })

  test.runIf(process.platform === 'linux')(
    'lets everything else go first, with every thread and child',
    async () => {
      const child = "setTimeout(() => console.log(require('os').getPriority()), 50)"
      const program = `
        const { readdirSync, readFileSync } = require('fs')
        // A thread's niceness is the 19th field of its stat; the name before it may hold anything.
        const niceOf = (id) => {
          const stat = readFileSync('/proc/self/task/' + id + '/stat', 'utf8')
          return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16])
        }
        const threads = readdirSync('/proc/self/task').map(niceOf)
        const child = Number(require('child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(child)}]))
        const note = [...new Set([...threads, child])].join()
        say({ kind: 'completed', note })`
      expect(await run(program)).toEqual({ kind: 'completed', note: '19' })
    },
  )

  test('says why it could not', async () => {
    const end = await run(`say({ kind: 'failed', reason: 'no video' })`)
    expect(end).toEqual({ kind: 'failed', reason: 'no video' })
  })

  test('that dies without a word is told from one that failed', async () => {
    expect(await run('console.error("out of luck"); process.exit(3)')).toEqual({
      kind: 'died',
      reason: 'The worker ended with 3: out of luck',
    })
    expect(await run('process.kill(process.pid, "SIGKILL")')).toEqual({
      kind: 'died',
      reason: 'The worker was ended by SIGKILL.',
    })
  })

  test('that takes too long is ended', async () => {
    expect(await run(FOREVER, { timeoutMs: 1000 })).toEqual({
      kind: 'failed',
      reason: 'It took longer than 1 s.',
    })
  })

  test('that takes too much memory is ended, its children counted', async () => {
    const hog = `const all = Buffer.alloc(300e6, 1); ${FOREVER}`
    const program = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(hog)}]); ${FOREVER}`
    expect(await run(program, { maxBytes: 300 * 2 ** 20 })).toEqual({
      kind: 'failed',
      reason: 'It took more than 300 MB of memory.',
    })
  })

  test('that is called off is gone with all it started', async () => {
    const stop = new AbortController()
    let pids: number[] = []
    const program = `
      const child = require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(FOREVER)}])
      say({ kind: 'progress', frames_done: process.pid, frames_total: child.pid })
      ${FOREVER}`
    const end = await run(program, {
      signal: stop.signal,
      progress: (...both) => {
        pids = both
        stop.abort('cancelled')
      },
    })
    expect(end).toEqual({ kind: 'stopped' })
    expect(pids.length).toBe(2)
    await expect.poll(() => pids.filter(isAlive)).toEqual([])
  })

  test('that cannot be started is named', async () => {
    const signal = new AbortController().signal
    const end = await runWorker({
      command: ['no-such-engine'],
      request: {
        kind: 'job',
        version: 1,
        job_id: 'a',
        video_path: '',
        result_path: '',
        options: jobOptionsSchema.parse({}),
      },
      signal,
      timeoutMs: 1000,
      maxBytes: 1,
      onProgress: () => undefined,
    })
    const reason = end.kind === 'failed' ? inEnglish(end.reason) : end.kind
    expect(reason).toMatch(/no-such-engine/)
  })
})
