import { expect, test } from 'vitest'
import { runTool, type ToolOptions, type ToolRun } from './run-tool.ts'

const run = (program: string, options?: ToolOptions): Promise<ToolRun> =>
  runTool(process.execPath, ['-e', program], options)

test('answers what the program printed', async () => {
  const args = ['-p', 'process.argv[1]', 'a "b" $c']
  const done = { kind: 'done', stdout: 'a "b" $c\n' }
  expect(await runTool(process.execPath, args)).toEqual(done)
})

test('one that is not installed is absent', async () => {
  expect(await runTool('no-such-tool', [])).toEqual({ kind: 'absent' })
})

test('one that refuses says why in its last line', async () => {
  const refused = await run(`console.error('a note\\nno such file\\n'); process.exit(1)`)
  expect(refused).toEqual({ kind: 'refused', reason: 'no such file', isLate: false })
})

test('one that takes longer than it may is ended', async () => {
  const late = await run('setInterval(() => undefined, 1000)', { timeoutMs: 100 })
  expect(late).toMatchObject({ kind: 'refused', isLate: true })
})

test('reads what it is given, in the environment that it is given', async () => {
  const echo = `process.stdin.pipe(process.stdout); process.stdout.write(process.env.WORD)`
  const env = { ...process.env, WORD: 'read: ' }
  expect(await run(echo, { input: 'text', env })).toEqual({ kind: 'done', stdout: 'read: text' })
})

test('one that ends without reading its input does no harm', async () => {
  const input = 'x'.repeat(1 << 20)
  expect(await run('process.stdin.destroy()', { input })).toEqual({ kind: 'done', stdout: '' })
})
