import { expect, test, vi } from 'vitest'
import { runWorker } from './worker-process.ts'

vi.mock('./process-tree.ts', () => ({
  killTree: () => undefined,
  treeBytes: () => Promise.reject(new Error('EMFILE: too many open files, scandir /proc')),
}))

test('a service without a descriptor to look at memory with goes on, and so does the job', async () => {
  const lines = `setTimeout(() => console.log(JSON.stringify({ kind: 'completed' })), 1200)`
  const end = await runWorker({
    command: [process.execPath, '-e', lines],
    request: { video_path: '/a.mp4' } as never,
    signal: new AbortController().signal,
    timeoutMs: 60_000,
    maxBytes: 2 ** 30,
    onProgress: () => undefined,
  })
  // An unhandled rejection fails the run.
  expect(end.kind).toBe('completed')
})
