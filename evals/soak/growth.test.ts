import { expect, it } from 'vitest'
import { growthOf } from './growth.ts'

const minute = (memoryMb: number, descriptors: number, pids = ' 7') => [
  { role: 'service', pids, memoryMb, descriptors },
]

it('tells growth after the second minute', () => {
  const minutes = [minute(100, 20), minute(150, 24), minute(200, 28), minute(210, 30)]
  expect(growthOf(minutes)).toEqual([
    { role: 'service', memoryRatio: expect.closeTo(0.05), memoryMb: 10, descriptors: 2 },
  ])
})

it('leaves out who was not there all along, and who is small', () => {
  const begun = [minute(200, 20), minute(200, 20), minute(200, 20)]
  expect(growthOf([...begun, minute(400, 40, ' 8')])).toEqual([])
  const someCame = [{ ...minute(400, 40)[0]!, pids: undefined }]
  expect(growthOf([...begun, someCame, minute(400, 40)])).toEqual([])
  expect(growthOf([minute(5, 20), minute(5, 20), minute(5, 20), minute(9, 20)])).toEqual([])
})

it('tells nothing before the third minute', () => {
  expect(growthOf([minute(200, 20), minute(400, 40)])).toEqual([])
})
