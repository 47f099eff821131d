import { expect, it } from 'vitest'
import type { CameraOrder } from '../../../contract/channels/status.ts'
import { createCameraKeeper, STAND_IN, type CameraKeeper } from './camera-policy.ts'

const webcam: CameraOrder = { open: true, source: { kind: 'device' }, isSourceMirrored: true }

function keeperWith(mayStandIn: boolean): { keeper: CameraKeeper; orders: CameraOrder[] } {
  const orders: CameraOrder[] = []
  const keeper = createCameraKeeper({
    initial: webcam,
    mayStandIn,
    send: (order) => orders.push(order),
  })
  return { keeper, orders }
}

it('lets the demo hand stand in while there is no camera, unmirrored, and gives way to the first one', () => {
  const { keeper, orders } = keeperWith(true)
  keeper.seen([])
  expect(keeper.isStandIn()).toBe(true)
  keeper.seen(['HD Webcam'])
  expect(keeper.isStandIn()).toBe(false)
  expect(orders).toEqual([
    webcam,
    { open: true, source: STAND_IN, isSourceMirrored: false, isStandIn: true },
    webcam,
  ])
})

it('waits for a camera that was asked for by name', () => {
  const { keeper, orders } = keeperWith(false)
  keeper.seen([])
  expect(orders).toEqual([webcam])
})

it('takes a choice as the end of standing in', () => {
  const { keeper, orders } = keeperWith(true)
  keeper.seen([])
  keeper.choose({ kind: 'device', label: 'HD' })
  keeper.seen([])
  expect(keeper.isStandIn()).toBe(false)
  expect(orders.at(-1)).toEqual({ ...webcam, source: { kind: 'device', label: 'HD' } })
})

it('sends nothing when nothing changes', () => {
  const { keeper, orders } = keeperWith(true)
  keeper.setOpen(true)
  keeper.seen(['HD Webcam'])
  expect(orders).toHaveLength(1)
})
