import { expect, it } from 'vitest'
import type { CameraOrder } from '../../../contract/channels/status.ts'
import { createCameraPolicy, STAND_IN, type CameraPolicy } from './camera-policy.ts'

const webcam: CameraOrder = { open: true, source: { kind: 'device' }, isSourceMirrored: true }

function keeperWith(mayStandIn: boolean): { policy: CameraPolicy; orders: CameraOrder[] } {
  const orders: CameraOrder[] = []
  const policy = createCameraPolicy({
    initial: webcam,
    mayStandIn,
    send: (order) => orders.push(order),
  })
  return { policy, orders }
}

it('lets the demo hand stand in while there is no camera, unmirrored, and gives way to the first one', () => {
  const { policy, orders } = keeperWith(true)
  policy.seen([])
  expect(policy.isStandIn()).toBe(true)
  policy.seen(['HD Webcam'])
  expect(policy.isStandIn()).toBe(false)
  expect(orders).toEqual([
    webcam,
    { open: true, source: STAND_IN, isSourceMirrored: false, isStandIn: true },
    webcam,
  ])
})

it('waits for a camera that was asked for by name', () => {
  const { policy, orders } = keeperWith(false)
  policy.seen([])
  expect(orders).toEqual([webcam])
})

it('takes a choice as the end of standing in', () => {
  const { policy, orders } = keeperWith(true)
  policy.seen([])
  policy.choose({ kind: 'device', label: 'HD' })
  policy.seen([])
  expect(policy.isStandIn()).toBe(false)
  expect(orders.at(-1)).toEqual({ ...webcam, source: { kind: 'device', label: 'HD' } })
})

it('sends nothing when nothing changes', () => {
  const { policy, orders } = keeperWith(true)
  policy.setOpen(true)
  policy.seen(['HD Webcam'])
  expect(orders).toHaveLength(1)
})
