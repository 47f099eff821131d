import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { isOnPath } from './installed-program.ts'
import { watchLines } from './watch-lines.ts'

test('hears line by line, and of the end', async () => {
  const lines: string[] = []
  const reason = await new Promise((resolve) => {
    watchLines('sh', ['-c', 'echo one; echo two; exit 3'], (line) => lines.push(line), resolve)
  })
  expect([lines, reason]).toEqual([['one', 'two'], 'sh ended with 3'])
})

const canBeLeashed = process.platform === 'linux' && isOnPath('setpriv')
test.skipIf(!canBeLeashed)(
  'leaves nothing behind when its owner is killed outright (skipped without setpriv)',
  async () => {
    const module = new URL('./watch-lines.ts', import.meta.url).href
    const program = `
      import { watchLines } from ${JSON.stringify(module)}
      watchLines('sh', ['-c', 'echo $$; while :; do sleep 1; done'], console.log, () => {})`
    const owner = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [said] = (await once(owner.stdout, 'data')) as [Buffer]
    const pid = Number(said.toString())
    expect(isRunning(pid)).toBe(true)
    owner.kill('SIGKILL')
    await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false)
  },
)

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
