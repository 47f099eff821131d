import { expect, it } from 'vitest'
import type { CameraCommand } from '../../../contract/channels/status.ts'
import { createCameraPolicy, STAND_IN, type CameraPolicy } from './camera-policy.ts'

const webcam: CameraCommand = { open: true, source: { kind: 'device' }, isSourceMirrored: true }

function thighLengthWith(mayStandIn: boolean): { policy: CameraPolicy; commands: CameraCommand[] } {
  const commands: CameraCommand[] = []
  const policy = createCameraPolicy({
    initial: webcam,
    mayStandIn,
    send: (command) => commands.push(command),
  })
  return { policy, commands }
}

it('lets the demo hand stand in while there is no camera, unmirrored, and gives way to the first one', () => {
  const { policy, commands } = thighLengthWith(true)
  policy.seen([])
  expect(policy.isStandIn()).toBe(true)
  policy.seen(['HD Webcam'])
  expect(policy.isStandIn()).toBe(false)
  expect(commands).toEqual([
    webcam,
    { open: true, source: STAND_IN, isSourceMirrored: false, isStandIn: true },
    webcam,
  ])
})

it('waits for a camera that was asked for by name', () => {
  const { policy, commands } = thighLengthWith(false)
  policy.seen([])
  expect(commands).toEqual([webcam])
})

it('takes a choice as the end of standing in', () => {
  const { policy, commands } = thighLengthWith(true)
  policy.seen([])
  policy.choose({ kind: 'device', label: 'HD' })
  policy.seen([])
  expect(policy.isStandIn()).toBe(false)
  expect(commands.at(-1)).toEqual({ ...webcam, source: { kind: 'device', label: 'HD' } })
})

it('sends nothing when nothing changes', () => {
  const { policy, commands } = thighLengthWith(true)
  policy.setOpen(true)
  policy.seen(['HD Webcam'])
  expect(commands).toHaveLength(1)
})
