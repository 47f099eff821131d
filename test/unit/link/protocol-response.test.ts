import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { protocolResponse } from '../../../src/main/system/ipc/protocol-response.ts'
import { createExposedFiles } from '../../../src/main/system/ipc/exposed-files.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beckon-protocol-'))
  await writeFile(join(folder, 'index.html'), '<title>Beckon</title>')
  await writeFile(join(folder, 'clip.webm'), '0123456789')
})
afterAll(() => rm(folder, { recursive: true }))

const request = (path: string, headers: Record<string, string> = {}, method = 'GET') => {
  const files = createExposedFiles({ '/': folder })
  return protocolResponse(
    { url: `beckon://app${path}`, method, headers: new Headers(headers) },
    (urlPath) => files.find(urlPath),
  )
}

it('answers with the file, its type and the guards', async () => {
  const response = await request('/index.html')
  expect([response.status, await response.text()]).toEqual([200, '<title>Beckon</title>'])
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(response.headers.get('content-security-policy')).toContain("connect-src 'self';")
})

it('answers a part, as video players ask', async () => {
  const response = await request('/clip.webm', { range: 'bytes=2-5' })
  expect([response.status, await response.text()]).toEqual([206, '2345'])
  expect(response.headers.get('content-range')).toBe('bytes 2-5/10')
})

it.each([
  ['/missing.html', {}, 'GET', 404],
  ['/..%2f..%2fetc/passwd', {}, 'GET', 404],
  ['/index.html', {}, 'POST', 405],
  ['/clip.webm', { range: 'bytes=20-' }, 'GET', 416],
] as const)('answers %s %o %s with %i', async (path, headers, method, status) => {
  const response = await request(path, headers, method)
  expect([response.status, await response.text()]).toEqual([status, ''])
})
