import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { missingPrograms, startX } from '../support/x11.ts'
import { outsideContacts } from '../support/e2e/outside-traffic.ts'

const REPO = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'beckon-privacy-'))
after(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const missing = missingPrograms('strace', 'Xvfb', 'chromium')
const skip = missing.length > 0 && `needs ${missing.join(', ')}`

test('nothing leaves the machine during a session', { skip }, async () => {
  const display = await startX()
  const traceFile = join(folder, 'trace')
  const netLog = join(folder, 'net-log.json')
  const calls = 'trace=connect,sendto,sendmsg,sendmmsg'
  const app = ['out/main/chromium.js', '--camera', 'demo', '--for', '15s']
  const child = spawn(
    'strace',
    ['-f', '-yy', '--seccomp-bpf', '-qq', '-e', calls, '-o', traceFile, process.execPath, ...app],
    {
      cwd: REPO,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        DISPLAY: display.name,
        BECKON_HOME: join(folder, 'home'),
        BECKON_CHROMIUM_FLAGS: `--log-net-log=${netLog} --net-log-capture-mode=Everything`,
      },
    },
  )
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  const code = await new Promise((resolve) => child.once('exit', resolve))
  await display.close()

  assert.equal(code, 0, said)
  assert.match(said, /[1-9]\d* frames in/, 'the session did not run')
  const trace = readFileSync(traceFile, 'utf8')
  assert.match(trace, /inet_addr\("127\.0\.0\.1"\)/, 'the trace holds no connection at all')
  assert.deepEqual(outsideContacts(trace), [])

  const asked = pageRequests(readFileSync(netLog, 'utf8'))
  assert.ok(asked.length > 5, `the browser's log names only ${asked.length} requests`)
  assert.deepEqual(
    asked.filter((url) => !/^(https?|wss?):\/\/127\.0\.0\.1:\d+\//.test(url)),
    [],
  )
})

/** Addresses that our page asked for, from the browser's own network log. */
function pageRequests(netLogText: string): readonly string[] {
  // A browser that is ended leaves the log without its closing bracket; each event has a line of its own.
  const urls = netLogText.split('\n').flatMap((line) => {
    const initiator = /"initiator":"(http:\/\/127\.0\.0\.1:\d+)"/.exec(line)
    const url = /"url":"([^"]+)"/.exec(line)
    return initiator !== null && url?.[1] !== undefined ? [url[1]] : []
  })
  return [...new Set(urls)]
}
