import { execFileSync, spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** Many open connections leave no file descriptor: neither a job's watch nor its start may end the process that it runs in. */
const hasPrlimit = spawnSync('prlimit', ['--version']).error === undefined

test.skipIf(!hasPrlimit)(
  'a job whose process has no descriptor left fails alone (skipped without prlimit)',
  () => {
    const module = new URL('../../src/jobs/worker/worker-process.ts', import.meta.url).href
    const program = `
    import { openSync } from 'node:fs'
    import { runWorker } from ${JSON.stringify(module)}
    const run = (command) => runWorker({
      command: ['sh', '-c', command], request: {}, signal: new AbortController().signal,
      timeoutMs: 60_000, maxBytes: 2 ** 30, onProgress: () => undefined,
    })
    // Longer than it takes to look at its memory.
    const watched = run('sleep 1.2; exit 3')
    try { for (;;) openSync('/dev/null') } catch {}
    const { kind } = await run('true')
    console.log(kind, (await watched).kind)`
    const limited = ['--nofile=128', process.execPath, '--input-type=module', '-e', program]
    const said = execFileSync('prlimit', limited, { encoding: 'utf8' })
    expect(said.trim()).toBe('failed died')
  },
)
