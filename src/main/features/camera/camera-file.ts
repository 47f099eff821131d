import { access, constants, stat } from 'node:fs/promises'
import { basename, extname, join, resolve } from 'node:path'
import { failed, ok, type Result } from '../../../contract/boundary/result.ts'
import { codeOf } from '../../../node/error-code.ts'
import { runTool } from '../../../node/run-tool.ts'
import { fileArg, inputArgs, limitedTool, threadArgs } from '../../../jobs/video/media-tool.ts'
import { runProbe } from '../../../jobs/video/probe.ts'
import { say } from '../../../contract/words/say.ts'
import { onlyEnglish } from '../../../core/sentence/sentence.ts'
import { makeCameraFolder, sweepCameraCache } from './camera-cache.ts'
import type { PrepareVideo } from './camera-source.ts'
import {
  PROBE_ARGS,
  isPicture,
  isPlayable,
  parseVideoFacts,
  type VideoFacts,
} from './video-facts.ts'

export interface CameraFile {
  /** A file that the page's video element plays. */
  readonly path: string
  /** The name people see: the file's own. */
  readonly label: string
}

const INSTALL_FFMPEG = say('Install ffmpeg (on Debian or Ubuntu: sudo apt-get install ffmpeg).')
const MAX_SIDE_PX = 1280
/** A film of several hours; whoever started Beckon waits for it. */
const LONGEST_TRANSCODE_MS = 3_600_000

/** Makes videos ready in a folder of the cache, and removes those that killed processes have left there. */
export function cameraFilesIn(cacheDir: string): PrepareVideo {
  sweepCameraCache(cacheDir)
  return (path) => prepareCameraFile(path, cacheDir)
}

/**
 * Makes any video that ffmpeg reads playable as a camera. What the browser plays by itself is used as it is; the rest
 * is turned into webm in a folder of its own under `cacheDir`, which is removed when the process exits.
 */
export async function prepareCameraFile(
  given: string,
  cacheDir: string,
): Promise<Result<CameraFile>> {
  // Whole, so that no name is an option or a protocol of ffmpeg's: `-v.mp4`, `12:30.mp4`.
  const path = resolve(given)
  const label = basename(path)
  const unreadable = await whyUnreadable(path)
  if (unreadable !== undefined) return failed(onlyEnglish(unreadable))

  const probe = await runProbe([...PROBE_ARGS, ...inputArgs(path)])
  if (probe.kind === 'absent') {
    // Without ffprobe the browser finds out by itself whether it can play these two.
    if (['.mp4', '.webm'].includes(extname(path).toLowerCase())) return ok({ path, label })
    return failed(
      onlyEnglish(`Reading the video "${label}" needs ffmpeg, which is not here.`),
      INSTALL_FFMPEG,
    )
  }
  if (probe.kind === 'refused') {
    if (probe.isLate) return failed(onlyEnglish(`ffmpeg can make nothing of "${label}" in 30 s.`))
    return failed(onlyEnglish(`"${label}" is not a video that ffmpeg can read: ${probe.reason}`))
  }
  const facts = parseVideoFacts(probe.stdout)
  if (facts === undefined) return failed(onlyEnglish(`"${label}" holds no video.`))
  if (isPicture(facts)) return failed(onlyEnglish(`"${label}" is a still picture, not a video.`))
  if (isPlayable(facts)) return ok({ path, label })
  return transcode(path, label, facts, cacheDir)
}

async function whyUnreadable(path: string): Promise<string | undefined> {
  try {
    if (!(await stat(path)).isFile()) return `The camera file "${path}" is not a file.`
    await access(path, constants.R_OK)
    return undefined
  } catch (error) {
    const isAbsent = codeOf(error) === 'ENOENT'
    return isAbsent
      ? `The camera file "${path}" does not exist.`
      : `The camera file "${path}" may not be read.`
  }
}

async function transcode(
  path: string,
  label: string,
  facts: VideoFacts,
  cacheDir: string,
): Promise<Result<CameraFile>> {
  const made = join(await makeCameraFolder(cacheDir), 'camera.webm')
  const side = `min(${MAX_SIDE_PX},i`
  const fit = `scale='${side}w)':'${side}h)':force_original_aspect_ratio=decrease:force_divisible_by=2`
  const { program, args } = limitedTool('ffmpeg', [
    ...['-v', 'error', '-nostdin', ...threadArgs(), ...inputArgs(path), '-an', '-sn', '-dn'],
    ...['-vf', fit, '-r', String(facts.framesPerS), '-c:v', 'libvpx', '-deadline', 'realtime'],
    ...['-cpu-used', '8', '-b:v', '4M', '-crf', '10', '-pix_fmt', 'yuv420p', fileArg(made)],
  ])
  const run = await runTool(program, args, { timeoutMs: LONGEST_TRANSCODE_MS })
  switch (run.kind) {
    case 'done':
      return ok({ path: made, label })
    case 'absent':
      return failed(
        onlyEnglish(`Playing the video "${label}" needs ffmpeg, which is not here.`),
        INSTALL_FFMPEG,
      )
    case 'refused':
      if (run.isLate) {
        return failed(
          onlyEnglish(`ffmpeg took more than an hour to turn "${label}" into a camera.`),
        )
      }
      return failed(onlyEnglish(`ffmpeg could not turn "${label}" into a camera: ${run.reason}`))
  }
}
