import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { inEnglish } from '../../../../src/core/sentence/sentence.ts'
import {
  startLoopbackServer,
  type LoopbackServer,
} from '../../../../src/main/system/ipc/loopback-server.ts'
import { connectRaw, resumeIn, tokenIn } from '../../../support/link-page-client.ts'

let folder: string
let server: LoopbackServer
const problems: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beckon-loopback-'))
  await writeFile(join(folder, 'index.html'), '<title>Beckon</title>')
  await writeFile(join(folder, 'clip.webm'), '0123456789')
  await writeFile(join(folder, '..', 'beckon-secret.txt'), 'outside')
  const started = await startLoopbackServer({
    folders: { '/': folder, '/models/': join(folder, 'no-such-folder') },
    onProblem: (problem) => problems.push(inEnglish(problem.message)),
  })
  if (!started.ok) throw new Error(inEnglish(started.problem.message))
  server = started.value
})
afterEach(() => void (problems.length = 0))
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
  await rm(join(folder, '..', 'beckon-secret.txt'))
})

/** A request with any headers and any path, as no well-meant client would send it. */
function get(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>(
    (resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port: server.port, path, headers, method },
        (got) => {
          let body = ''
          got.on('data', (part) => (body += part))
          got.on('end', () => resolve({ status: got.statusCode ?? 0, headers: got.headers, body }))
        },
      )
      sent.once('error', reject).end()
    },
  )
}

describe('files', () => {
  it('are served with their type and with headers that keep everything else out', async () => {
    const { status, headers, body } = await get('/')
    expect({ status, body, type: headers['content-type'] }).toEqual({
      status: 200,
      body: '<title>Beckon</title>',
      type: 'text/html; charset=utf-8',
    })
    expect(headers['content-security-policy']).toContain("default-src 'self'; script-src 'self'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['referrer-policy']).toBe('no-referrer')
  })

  it('are served in parts, as video players ask', async () => {
    const part = await get('/clip.webm', { range: 'bytes=2-5' })
    expect([part.status, part.body, part.headers['content-range']]).toEqual([
      206,
      '2345',
      'bytes 2-5/10',
    ])
    expect((await get('/clip.webm', { range: 'bytes=-3' })).body).toBe('789')
    expect((await get('/clip.webm', { range: 'bytes=8-' })).body).toBe('89')
    expect((await get('/clip.webm', { range: 'bytes=20-' })).status).toBe(416)
    expect((await get('/clip.webm', { range: 'bytes=nonsense' })).body).toBe('0123456789')
  })

  it.each([
    '/../beckon-secret.txt',
    '/%2e%2e/beckon-secret.txt',
    '/..%2fbeckon-secret.txt',
    '/models/../../beckon-secret.txt',
    '/models/..%2f..%2fbeckon-secret.txt',
    '/..\\beckon-secret.txt',
    '//etc/passwd',
    '/%00',
    '/%zz',
    '/published/guess/clip.webm',
  ])('do not include %s', async (path) => {
    expect(await get(path)).toMatchObject({ status: 404, body: '' })
  })

  it('are not for other hosts, other sites or other methods', async () => {
    expect((await get('/', { host: 'evil.example' })).status).toBe(421)
    expect((await get('/', { host: `evil.example:${server.port}` })).status).toBe(421)
    expect((await get('/', { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await get('/', {}, 'POST')).status).toBe(405)
    expect((await get('/', { host: `localhost:${server.port}` })).status).toBe(200)
  })

  it('are published one by one under an address that cannot be guessed', async () => {
    const path = server.expose(join(folder, 'clip.webm'))
    expect(path).toMatch(/^\/published\/[0-9a-f]{64}\/clip\.webm$/)
    expect(await get(path)).toMatchObject({ status: 200, body: '0123456789' })
    expect(server.expose(join(folder, 'clip.webm'))).not.toBe(path)
  })
})

describe('files that are made while they are read', () => {
  it('carry their name, and break off where they cannot be made', async () => {
    const csv = { kind: 'made', type: 'text/csv', downloadAs: 'Zoë.csv' } as const
    async function* make(): AsyncIterable<string> {
      yield 'a,b\n'
      yield '1,2\n'
    }
    const path = server.expose({ ...csv, make })
    const { status, headers, body } = await get(path)
    expect([status, body, headers['content-type']]).toEqual([200, 'a,b\n1,2\n', 'text/csv'])
    expect(headers['content-disposition']).toBe("attachment; filename*=UTF-8''Zo%C3%AB.csv")
    expect((await get(path, {}, 'HEAD')).body).toBe('')
    const broken = server.expose({
      ...csv,
      async *make() {
        yield 'a,b\n'
        throw new Error('the file is damaged')
      },
    })
    await expect(
      fetch(`http://127.0.0.1:${server.port}${broken}`).then((answer) => answer.text()),
    ).rejects.toThrow()
  })
})

describe('a file that the page hands over', () => {
  const own = (): Record<string, string> => ({ origin: `http://127.0.0.1:${server.port}` })
  const put = (path: string, body: string, headers = own()): Promise<number> =>
    fetch(`http://127.0.0.1:${server.port}${path}`, { method: 'PUT', body, headers }).then(
      ({ status }) => status,
      // Cut off while it still sent.
      () => 0,
    )

  it('is taken once, whole, at an address that cannot be guessed', async () => {
    const to = join(folder, 'taken', 'clip.mp4')
    const path = server.expectUpload(to, 5)
    expect(path).toMatch(/^\/taken\/[0-9a-f]{64}$/)
    expect(await put(path, 'hello')).toBe(204)
    expect(await readFile(to, 'utf8')).toBe('hello')
    expect(await put(path, 'again')).toBe(404)
    expect((await get(path)).status).toBe(404)
  })

  it.each([
    ['of another page', 'hello', { origin: 'https://evil.example' }, [403]],
    ['of nobody', 'hello', {}, [403]],
    ['longer than announced', 'hello and more', undefined, [413, 0]],
    ['shorter than announced', 'hell', undefined, [400]],
  ])('is refused and leaves nothing: one %s', async (_name, body, headers, statuses) => {
    const to = join(folder, 'refused', 'clip.mp4')
    const path = server.expectUpload(to, 5)
    expect(statuses).toContain(await put(path, body, headers))
    expect(existsSync(to) || existsSync(`${to}.part`)).toBe(false)
  })

  it('goes nowhere without having been expected', async () => {
    expect(await put(`/taken/${'0'.repeat(64)}`, 'hello')).toBe(404)
    expect(await put('/index.html', 'hello')).toBe(404)
    expect(await readFile(join(folder, 'index.html'), 'utf8')).toBe('<title>Beckon</title>')
  })
})

describe('a connection', () => {
  it('is refused without a token, with a wrong one and with one that was used', async () => {
    const token = tokenIn(server.pageUrl())
    await expect(connectRaw(server.port, undefined)).rejects.toThrow('401')
    await expect(connectRaw(server.port, 'f'.repeat(64))).rejects.toThrow('401')
    const page = await connectRaw(server.port, token)
    await expect(connectRaw(server.port, token)).rejects.toThrow('401')
    page.socket.close()
  })

  it('comes back with the secret it was given', async () => {
    const page = await connectRaw(server.port, tokenIn(server.pageUrl()))
    const heard = new Promise<void>((resolve) => {
      const stop = server.end.onConnection(() => {
        stop()
        resolve()
      })
    })
    page.socket.send('{"kind":"hello","session":"page","received":0}')
    await heard
    page.socket.terminate()
    const again = await connectRaw(server.port, resumeIn(page))
    expect(resumeIn(again)).toBe(resumeIn(page))
    again.socket.close()
  })

  it.each([
    ['403', { origin: 'https://evil.example' }],
    ['403', { origin: 'http://127.0.0.1' }],
    ['403', { origin: 'null' }],
    ['421', { host: 'evil.example' }],
  ])('is refused with %s for %o, and the token stays good', async (status, headers) => {
    const token = tokenIn(server.pageUrl())
    await expect(connectRaw(server.port, token, headers)).rejects.toThrow(status)
    const page = await connectRaw(server.port, token)
    page.socket.close()
  })

  it('is refused on another path', async () => {
    await expect(connectRaw(server.port, tokenIn(server.pageUrl()), {}, '/')).rejects.toThrow('404')
  })

  it.each<[string, number, string | Buffer]>([
    ['malformed JSON', 1008, '{"kind":'],
    ['the wrong shape', 1008, '{"kind":"edge","sequence":"one"}'],
    ['something before the greeting', 1008, '{"kind":"received","sequence":1}'],
    ['a message too large', 1009, `"${'x'.repeat(2 * 1024 * 1024)}"`],
    ['binary', 1003, Buffer.from([1, 2, 3])],
  ])('ends when it sends %s, and the app takes the next one', async (_name, code, data) => {
    const page = await connectRaw(server.port, tokenIn(server.pageUrl()))
    page.socket.send(data)
    expect(await page.closed).toBe(code)
    const next = await connectRaw(server.port, tokenIn(server.pageUrl()))
    expect(next.messages[0]).toMatchObject({ kind: 'welcome' })
    next.socket.close()
  })

  it('that speaks no HTTP at all does no harm', async () => {
    const socket = connect(server.port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.resume().write('\0\0garbage\r\n\r\n')
    await new Promise((resolve) => socket.once('close', resolve))
    expect((await get('/')).status).toBe(200)
  })

  it('that is refused and keeps its side open does not keep the app from ending', async () => {
    const started = await startLoopbackServer({ folders: {} })
    if (!started.ok) throw new Error(inEnglish(started.problem.message))
    const socket = connect({ port: started.value.port, host: '127.0.0.1', allowHalfOpen: true })
    socket.write(
      'GET /link HTTP/1.1\r\nHost: evil.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    )
    await new Promise((resolve) => socket.resume().once('end', resolve))
    await started.value.close()
    socket.destroy()
  })

  it('gives way to a newer one of the same page', async () => {
    const old = await connectRaw(server.port, tokenIn(server.pageUrl()))
    const next = await connectRaw(server.port, resumeIn(old))
    expect(await old.closed).toBe(1000)
    next.socket.close()
  })
})

it('a taken port is named', async () => {
  const second = await startLoopbackServer({ folders: {}, port: server.port })
  expect(second).toEqual({
    ok: false,
    problem: {
      message: `Port ${server.port} is taken by another program.`,
      fix: 'Choose another port, or leave it out to take a free one.',
    },
  })
})
