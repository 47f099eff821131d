import { expect, test } from 'vitest'
import { say } from '../../contract/words/say.ts'
import { readProbe } from './probe.ts'

const probed = (width: number, height: number): string =>
  JSON.stringify({ format: { format_name: 'matroska,webm' }, streams: [{ width, height }] })

test('pictures of 8192 × 8192 are looked at, and no larger ones', () => {
  expect(readProbe(probed(8192, 8192)).kind).toBe('video')
  const reason = say('Its pictures are larger than {} megapixels.', 67)
  expect(readProbe(probed(8192, 8193))).toEqual({ kind: 'unsupported', reason })
})

test.each(['', '{', 'null', '{"format":{"format_name":"x"},"streams":[]}'])(
  'an ffprobe that says %j has found no moving picture',
  (json) => {
    expect(readProbe(json)).toEqual({
      kind: 'unsupported',
      reason: say('It holds no moving picture.'),
    })
  },
)
