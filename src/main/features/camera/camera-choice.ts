import type { CameraSource } from '../../../contract/channels/status.ts'

/** What `--camera` and the settings ask for, before a file has been made ready. */
export type CameraChoice =
  | Extract<CameraSource, { kind: 'device' | 'demo' }>
  | { readonly kind: 'video'; readonly path: string }

const DEMO = /^demo(?::(.+))?$/
const LOOKS_LIKE_A_FILE = /[/\\]|\.[a-z0-9]{2,4}$/i

/**
 * Reads `--camera WHAT`: `demo`, `demo:SCRIPT`, a file (it exists, or it is written like one), else part of a
 * camera's name. Without it the settings' camera, else the first there is.
 */
export function chooseCamera(
  what: string | undefined,
  isFile: (path: string) => boolean,
  remembered?: CameraSource,
): CameraChoice {
  if (what === undefined) {
    return remembered === undefined || remembered.kind === 'file' ? { kind: 'device' } : remembered
  }
  const demo = DEMO.exec(what)
  if (demo !== null) {
    const script = demo[1]
    // A named script plays once, so that a run with it has an end; the tour goes round.
    return { kind: 'demo', script: script ?? 'tour', loop: script === undefined }
  }
  if (isFile(what) || LOOKS_LIKE_A_FILE.test(what)) return { kind: 'video', path: what }
  return { kind: 'device', label: what }
}
