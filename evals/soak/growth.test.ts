import { expect, it } from 'vitest'
import { growthOf } from './growth.ts'

const minute = (memoryMb: number, descriptors: number, pids = ' 7') => [
  { role: 'service', pids, memoryMb, descriptors },
]

it('tells growth from the second minute to the last', () => {
  const minutes = [minute(100, 20), minute(200, 28), minute(204, 29), minute(210, 30)]
  expect(growthOf(minutes)).toEqual([
    { role: 'service', memoryRatio: expect.closeTo(0.05), memoryMb: 10, descriptors: 2 },
  ])
})

it('leaves out who was not there all along, and who is small', () => {
  expect(growthOf([minute(200, 20), minute(200, 20), minute(400, 40, ' 8')])).toEqual([])
  const someCame = [{ ...minute(400, 40)[0]!, pids: undefined }]
  expect(growthOf([minute(200, 20), someCame, minute(400, 40)])).toEqual([])
  expect(growthOf([minute(5, 20), minute(5, 20), minute(9, 20)])).toEqual([])
})
