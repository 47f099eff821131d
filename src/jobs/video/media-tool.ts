import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { delimiter, join, resolve } from 'node:path'

/**
 * Containers that hold all of their own data. What names other files (DASH, HLS, concat, IMF, SDP, image sequences, tee, lavfi)
 * is not among them: whoever hands in a video would read the files of whoever looks at it. Sound and single pictures are,
 * so that they can be told by what they are; ffmpeg's demuxers of single pictures end in `_pipe`.
 */
const CONTAINERS = [
  ...['mov', 'mp4', 'matroska', 'webm', 'avi', 'mpegts', 'mpeg', 'mpegvideo', 'asf', 'flv', 'ogg'],
  ...['gif', 'apng', 'ivf', 'nut', 'yuv4mpegpipe', 'dv', 'mxf', 'rm', 'wtv', 'mjpeg', 'm4v'],
  ...['h264', 'hevc', 'obu', 'av1', 'wav', 'mp3', 'flac', 'aac'],
  ...['png_pipe', 'jpeg_pipe', 'bmp_pipe', 'webp_pipe', 'tiff_pipe'],
].join()

/** A picture of 8192 × 8192, twice what 8K has. */
export const MOST_PIXELS = 2 ** 26
/** One piece of memory: four of the largest pictures with a byte a pixel, or a long film's index. */
const MOST_BYTES_AT_ONCE = 2 ** 28
/**
 * All that it may map. 8K in three threads took 0.4 GB, and nothing failed at 1 GB; libraries and threads map more than they use.
 * Where `prlimit` is not there, the memory watch of a job (`worker-process.ts`) is what is left.
 */
const MOST_MAPPED_BYTES = 2 ** 32
/** Each holds a picture of its own. */
const MOST_THREADS = 4

export const threadArgs = (): readonly string[] => [
  '-threads',
  String(Math.min(MOST_THREADS, availableParallelism() + 1)),
]

/**
 * ffmpeg's or ffprobe's arguments that name a file to be read, and hold it to that file. A name is made whole and given as a
 * file's, so that none is an option (`-v.mp4`) or a protocol (`12:30.mp4`).
 */
export const inputArgs = (path: string): readonly string[] => [
  ...['-max_alloc', String(MOST_BYTES_AT_ONCE), '-max_pixels', String(MOST_PIXELS)],
  ...['-protocol_whitelist', 'file', '-format_whitelist', CONTAINERS, '-i', fileArg(path)],
]

/** A file's name as ffmpeg takes it for nothing else. */
export const fileArg = (path: string): string => `file:${resolve(path)}`

/**
 * The command that runs a tool of ffmpeg's with limits of the system where there are such: memory that it may map, processor
 * time (it may outlive whoever waits for it; a job may take a day), and no core file of somebody's video.
 */
export function limitedTool(
  tool: 'ffmpeg' | 'ffprobe',
  args: readonly string[],
  mostProcessorS = 24 * 3600,
): { readonly program: string; readonly args: readonly string[] } {
  const prlimit = process.platform === 'linux' ? onPath('prlimit') : undefined
  const found = onPath(tool)
  // One that is not there is told of by its absence.
  if (prlimit === undefined || found === undefined) return { program: tool, args }
  const limits = [`--as=${MOST_MAPPED_BYTES}`, `--cpu=${mostProcessorS}`, '--core=0']
  return { program: prlimit, args: [...limits, found, ...args] }
}

function onPath(program: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path))
}
