import sharp from 'sharp'
import { expect, test } from 'vitest'
import { createPixelBudget } from '../../../../src/server/http/pixel-budget.ts'
import { createPixelReader } from '../../../../src/server/http/read-pixels.ts'

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('who asks for more than there is waits, in order, and what is larger than all comes alone', async () => {
  const budget = createPixelBudget(10)
  const came: string[] = []
  const take = (name: string, px: number) => void budget.take(px).then(() => came.push(name))
  take('a', 6)
  take('b', 6)
  take('c', 1)
  await settled()
  expect(came).toEqual(['a'])
  budget.give(6)
  await settled()
  expect(came).toEqual(['a', 'b', 'c'])
  take('huge', 99)
  budget.give(6)
  await settled()
  expect(came).not.toContain('huge')
  budget.give(1)
  await settled()
  expect(came).toContain('huge')
})

test('two of the largest pictures are in memory at once, and one that is damaged gives its place back', async () => {
  const background = '#123456'
  const create = { width: 100, height: 100, channels: 3, background } as const
  const picture = await sharp({ create }).png().toBuffer()
  const read = createPixelReader(10_000)
  for (let count = 0; count < 3; count++) {
    await expect(read(picture.subarray(0, picture.length - 20))).rejects.toThrow(RangeError)
  }
  const [first] = await Promise.all([read(picture), read(picture)])
  let third = false
  const reading = read(picture).then((held) => {
    third = true
    return held
  })
  // As long as it takes to decode one: the third is not merely slower.
  await sharp(picture).raw().toBuffer()
  await settled()
  expect(third).toBe(false)
  first?.release()
  first?.release()
  expect((await reading).pixels.widthPx).toBe(100)
})
