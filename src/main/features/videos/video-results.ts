import { existsSync } from 'node:fs'
import { basename, extname } from 'node:path'
import type { Answer } from '../../../contract/channels/channels.ts'
import { FIGURES_FORMATS } from '../../../contract/channels/video-channels.ts'
import type { Job } from '../../../jobs/queue/job.ts'
import type { JobFiles } from '../../../jobs/queue/job-files.ts'
import { readAs } from '../../../jobs/export/read-landmarks.ts'
import { WRITERS } from '../../../jobs/export/writers.ts'
import type { ExposedFile } from '../../shared/exposed-file.ts'

type Addresses = Answer<'showVideo'>

/** Where the page may read what was made of a finished video: the video itself, figures, the film, figures for others. */
export function shareResults(
  { id, videoPath }: Job,
  files: JobFiles,
  expose: (file: ExposedFile) => string,
): Addresses {
  const name = basename(videoPath, extname(videoPath))
  const landmarksPath = files.landmarksPath(id)
  const filmPath = files.annotatedPath(id)
  const exports = FIGURES_FORMATS.map((format) => {
    const { mimeType, extension } = WRITERS[format]
    const made: ExposedFile = {
      kind: 'made',
      type: mimeType,
      downloadAs: `${name}.${extension}`,
      make: () => readAs(landmarksPath, format),
    }
    return [format, expose(made)] as const
  })
  const film = expose({
    kind: 'on-disk',
    path: filmPath,
    downloadAs: `${name}-skeleton.mp4`,
  })
  return {
    video: expose({ kind: 'on-disk', path: videoPath }),
    ...(existsSync(filmPath) && { film }),
    figures: expose({ kind: 'on-disk', path: landmarksPath }),
    exports: asExports(exports),
  }
}

// It was made of every format that there is.
const asExports = (
  pairs: readonly (readonly [(typeof FIGURES_FORMATS)[number], string])[],
): Addresses['exports'] => Object.fromEntries(pairs) as Addresses['exports']
