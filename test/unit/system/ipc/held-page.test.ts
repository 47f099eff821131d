import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startLoopbackServer } from '../../../../src/main/system/ipc/loopback-server.ts'
import { connectRaw, tokenIn } from '../../../support/link-page-client.ts'
import { until } from '../../../support/until.ts'
import { inEnglish } from '../../../../src/core/sentence/sentence.ts'

it('shows a page that is held, and connects it once it is let in', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'beckon-held-'))
  await writeFile(join(folder, 'index.html'), '<title>Beckon</title>')
  const started = await startLoopbackServer({ folders: { '/': folder } })
  if (!started.ok) throw new Error(inEnglish(started.problem.message))
  const server = started.value
  try {
    const letIn = server.hold()
    let isWelcome = false
    const connecting = connectRaw(server.port, tokenIn(server.pageUrl())).then((socket) => {
      isWelcome = true
      return socket
    })
    // Each takes as many turns of the server as an upgrade does.
    for (let turn = 0; turn < 20; turn += 1) {
      const page = await fetch(`http://127.0.0.1:${server.port}/`)
      expect(await page.text()).toBe('<title>Beckon</title>')
    }
    expect(isWelcome).toBe(false)
    letIn()
    await until('the welcome', () => isWelcome)
    const { socket } = await connecting
    socket.close()
  } finally {
    await server.close()
    await rm(folder, { recursive: true })
  }
})
