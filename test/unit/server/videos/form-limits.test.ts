import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openVideoService, type VideoService } from '../../../support/video-service.ts'

let service: VideoService
beforeAll(async () => void (service = await openVideoService()))
afterAll(() => service.close())

const LONG = '2'.repeat(2000)

test.each([
  ['eleven fields', Array(11).fill(['every_nth', '2']), 413, /more than 10 fields/],
  ['thousands of fields', Array(3000).fill(['every_nth', '2']), 413, /more than 10 fields/],
  ['a long field', [['every_nth', LONG]], 413, /too long: .* 1024/],
  ['a long name', [[LONG, '2']], 413, /too long: its name may have 100/],
  ['no file', [['every_nth', '2']], 400, /no file/],
])(
  'a form with %s is refused in words, and nothing of it is kept',
  async (name, fields, status, why) => {
    const body = new FormData()
    for (const [field, value] of fields) body.append(field, value)
    if (name !== 'no file') body.append('video', new Blob(['0000ftyp']), 'a.mp4')
    const answer = await fetch(`${service.url}/pose/video`, { method: 'POST', body })
    expect([answer.status, await answer.json()]).toEqual([
      status,
      { error: expect.stringMatching(why) },
    ])
    expect(readdirSync(join(service.dataDir, 'uploads'))).toEqual([])
  },
)
