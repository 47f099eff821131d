import { open, readdir, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { messageOf } from '../../contract/boundary/error-message.ts'
import { codeOf } from '../../node/error-code.ts'
import { HEAD_BYTES, isVideoHead } from './video-head.ts'

export type AllowedVideo =
  | { readonly kind: 'allowed'; readonly path: string }
  | { readonly kind: 'refused'; readonly status: 400 | 403 | 404 | 415 | 503; readonly why: string }

/**
 * Where a `video_path` of a request leads, if it may be read: inside the allowed folder after every symbolic link, a file,
 * and one that begins like a video.
 */
export async function allowedVideo(
  given: string,
  folder: string | undefined,
): Promise<AllowedVideo> {
  if (folder === undefined) {
    return refusedVideo(
      403,
      'no folder is open for video_path; set POSE_VIDEO_FOLDER, or upload the file',
    )
  }
  if (given === '' || given.includes('\0')) return refusedVideo(400, 'video_path is not a path')
  const root = await realpath(folder).catch(() => undefined)
  if (root === undefined) return refusedVideo(503, 'the folder of videos is not there')
  const asked = isAbsolute(given) ? given : join(root, given)
  // Whoever asks for what is outside is not told whether it exists.
  if (!isInside(asked, root) && !isInside(asked, folder)) return refusedVideo(403, OUTSIDE)
  const path = await realpath(asked).catch(() => undefined)
  if (path === undefined) return refusedVideo(404, 'there is no such video')
  if (!isInside(path, root)) return refusedVideo(403, OUTSIDE)
  if (!(await stat(path)).isFile()) return refusedVideo(415, 'video_path is not a file')
  const isVideo = await beginsLikeVideo(path).catch(orUnreadable)
  if (isVideo === 'unreadable') return refusedVideo(403, 'the service may not read that video')
  return isVideo ? { kind: 'allowed', path } : refusedVideo(415, 'that is not a video')
}

function orUnreadable(error: unknown): 'unreadable' {
  const code = codeOf(error)
  if (code === 'EACCES' || code === 'EPERM') return 'unreadable'
  throw error
}

/** Rejects with words for who starts the service. */
export async function checkVideoFolder(folder: string): Promise<void> {
  await readdir(folder).catch((error: unknown) => {
    const why = messageOf(error)
    throw new Error(`POSE_VIDEO_FOLDER is no folder that can be read: ${why}`, { cause: error })
  })
}

const OUTSIDE = 'video_path leads out of the allowed folder'
const refusedVideo = (
  status: Extract<AllowedVideo, { kind: 'refused' }>['status'],
  why: string,
): AllowedVideo => ({ kind: 'refused', status, why })

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/**
 * Whether a file's first bytes are those of a video container. It spares ffmpeg what it need not be shown: empty and sparse
 * files, texts, playlists (which name other files) and pictures.
 */
export async function beginsLikeVideo(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return isVideoHead(buffer.subarray(0, bytesRead), size)
  } finally {
    await file.close()
  }
}
