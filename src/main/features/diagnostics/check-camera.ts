import { accessSync, constants, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { say } from '../../../contract/words/say.ts'
import { verbatim } from '../../../core/sentence/sentence.ts'
import { passedCheck, limitedCheck, type Check } from './check.ts'

/** Where Linux lists and keeps its cameras. */
export interface CameraPlaces {
  readonly listing: string
  readonly devices: string
}
const LINUX: CameraPlaces = { listing: '/sys/class/video4linux', devices: '/dev' }

const CAMERA = say('Camera')

/** Names the cameras that Linux knows and says which of them this user may not open. */
export function checkCamera(
  platform: NodeJS.Platform = process.platform,
  places: CameraPlaces = LINUX,
): Check {
  if (platform !== 'linux') {
    return passedCheck(CAMERA, say('asked for by the window; allow it in the system settings'))
  }
  const cameras = readCameras(places)
  if (cameras.length === 0) {
    return limitedCheck(
      CAMERA,
      say('There is none; Beckon shows its demo hand.'),
      say('Plug one in, or use --camera with a video file.'),
    )
  }
  const locked = cameras.find((camera) => !camera.isOpenable)
  if (locked !== undefined) {
    return limitedCheck(
      CAMERA,
      say('"{}" may not be opened by this user.', locked.label),
      say('sudo usermod -aG video "$USER", then log in again.'),
    )
  }
  return passedCheck(CAMERA, verbatim([...new Set(cameras.map(({ label }) => label))].join(', ')))
}

function readCameras({ listing, devices }: CameraPlaces): { label: string; isOpenable: boolean }[] {
  let nodes: string[]
  try {
    nodes = readdirSync(listing)
  } catch {
    return []
  }
  return nodes.map((node) => ({
    label: readFileSync(join(listing, node, 'name'), 'utf8').trim(),
    isOpenable: mayOpen(join(devices, node)),
  }))
}

function mayOpen(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK)
    return true
  } catch {
    return false
  }
}
