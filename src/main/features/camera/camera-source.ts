import { statSync } from 'node:fs'
import { ok, type Result } from '../../../contract/boundary/result.ts'
import type { CameraSource } from '../../../contract/channels/status.ts'
import { chooseCamera } from './camera-choice.ts'

/** Makes a video file ready to play and says where it is; fails with words for the user. */
export type PrepareVideo = (path: string) => Promise<Result<{ path: string; label: string }>>

/**
 * Turns `--camera` (or what the settings remember) into a source the page can open. `expose` gives a local file an
 * address that only our page can read.
 */
export async function cameraSourceFor(options: {
  readonly what: string | undefined
  readonly remembered: CameraSource | undefined
  readonly prepareVideo: PrepareVideo
  readonly expose: (path: string) => string
}): Promise<Result<CameraSource>> {
  const choice = chooseCamera(options.what, isFile, options.remembered)
  if (choice.kind !== 'video') return ok(choice)
  const video = await options.prepareVideo(choice.path)
  if (!video.ok) return video
  return ok({ kind: 'file', url: options.expose(video.value.path), label: video.value.label })
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
