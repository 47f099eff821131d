import type {
  CameraCommand,
  CameraSource,
  CameraStatus,
} from '../../../contract/channels/status.ts'
import type { Sentence } from '../../../core/sentence/sentence.ts'
import { cameraTroubleSentence, sourceLabel } from './camera-words.ts'

/**
 * | status                  | what happens                       | then                                              |
 * | any                     | order: closed                      | closed; the device is let go                      |
 * | any                     | order: another source              | opening                                           |
 * | opening                 | first picture                      | live                                              |
 * | opening                 | missing, busy, denied, unreadable  | that, in words; tried again after 1, 2, 4 s       |
 * | live                    | dark for 1.5 s                     | black; stays open                                 |
 * | live, black, opening    | no picture for 1.8 s               | frozen; stays open, opened anew after 4 s more    |
 * | black, frozen           | a bright picture, a picture        | live                                              |
 * | live, black, frozen     | unplugged                          | missing; tried again, at once when devices change |
 * | live                    | a file or script is over           | ended                                             |
 */
export interface CameraState {
  readonly command: CameraCommand | undefined
  readonly status: CameraStatus
  /** Goes up whenever the source is to be opened anew: whoever owns the camera opens it then. */
  readonly attempt: number
  readonly label: string
  readonly failures: number
  readonly retryAtMs: number | undefined
  readonly pictureAtMs: number
  readonly darkSinceMs: number | undefined
}

export type CameraFailure = 'missing' | 'busy' | 'denied' | 'unreadable'

export type CameraEvent =
  | { readonly kind: 'ordered'; readonly command: CameraCommand }
  | { readonly kind: 'opened'; readonly label: string }
  | { readonly kind: 'failed'; readonly failure: CameraFailure; readonly message?: Sentence }
  | {
      readonly kind: 'looked'
      readonly look: { widthPx: number; heightPx: number; meanLuma: number }
    }
  /** Regularly; says how many pictures came since the last one. */
  | { readonly kind: 'pulse'; readonly pictures: number }
  | { readonly kind: 'unplugged' }
  | { readonly kind: 'devices-changed' }
  | { readonly kind: 'over' }

const DARK_LUMA = 8
const DARK_FOR_MS = 1500
// With a pulse every half second the words are there well within 3 s.
const NO_PICTURE_FOR_MS = 1800
const REOPEN_FROZEN_AFTER_MS = 4000
const FIRST_RETRY_MS = 1000
const LONGEST_RETRY_MS = 4000

export const closedCamera: CameraState = {
  command: undefined,
  status: { kind: 'closed' },
  attempt: 0,
  label: '',
  failures: 0,
  retryAtMs: undefined,
  pictureAtMs: 0,
  darkSinceMs: undefined,
}

export function stepCamera(state: CameraState, event: CameraEvent, atMs: number): CameraState {
  if (event.kind === 'ordered') return afterCommand(state, event.command)
  if (!state.command?.open) return state
  switch (event.kind) {
    case 'opened':
      return { ...state, label: event.label, pictureAtMs: atMs, retryAtMs: undefined }
    case 'failed':
      return failedState(state, event.failure, atMs, event.message)
    case 'looked':
      return afterPictureStatistics(state, event.look, atMs)
    case 'pulse':
      return afterPulse(state, event.pictures, atMs)
    case 'unplugged':
      return failedState(state, 'missing', atMs)
    case 'devices-changed':
      return canRetry(state) ? reopenSource(state) : state
    case 'over':
      return { ...state, status: { kind: 'ended', label: state.label }, retryAtMs: undefined }
  }
}

function afterCommand(state: CameraState, command: CameraCommand): CameraState {
  if (!command.open) return { ...closedCamera, command, attempt: state.attempt }
  const isSame = state.command?.open && isSameSource(state.command.source, command.source)
  // A mirror that changes, or an order repeated, is no reason to interrupt the picture.
  const isOver = state.status.kind === 'ended' || state.status.kind === 'unreadable'
  if (isSame && !isOver) return { ...state, command }
  return reopenSource({ ...closedCamera, command, attempt: state.attempt })
}

const isSameSource = (one: CameraSource, other: CameraSource): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

function reopenSource(state: CameraState): CameraState {
  const label = state.command ? sourceLabel(state.command.source) : state.label
  return {
    ...state,
    status: { kind: 'opening', label },
    attempt: state.attempt + 1,
    label,
    retryAtMs: undefined,
    // Nothing is late before it is open.
    pictureAtMs: Infinity,
    darkSinceMs: undefined,
  }
}

function failedState(
  state: CameraState,
  failure: CameraFailure,
  atMs: number,
  message?: Sentence,
): CameraState {
  const waitMs = Math.min(FIRST_RETRY_MS * 2 ** state.failures, LONGEST_RETRY_MS)
  const { label } = state
  return {
    ...state,
    status: { kind: failure, label, message: message ?? cameraTroubleSentence(failure, label) },
    failures: state.failures + 1,
    // A file that cannot be read will not mend itself.
    retryAtMs: failure === 'unreadable' ? undefined : atMs + waitMs,
    pictureAtMs: Infinity,
    darkSinceMs: undefined,
  }
}

const canRetry = ({ status }: CameraState): boolean =>
  status.kind === 'missing' || status.kind === 'busy' || status.kind === 'denied'

function afterPictureStatistics(
  state: CameraState,
  { widthPx, heightPx, meanLuma }: { widthPx: number; heightPx: number; meanLuma: number },
  atMs: number,
): CameraState {
  if (canRetry(state) || state.status.kind === 'ended' || state.status.kind === 'unreadable') {
    return state
  }
  const { label } = state
  const seen = { ...state, pictureAtMs: atMs, failures: 0, retryAtMs: undefined }
  const live: CameraStatus = { kind: 'live', label, widthPx, heightPx }
  if (meanLuma >= DARK_LUMA) {
    const isKnown = state.status.kind === 'live' && isSameStatus(state.status, live)
    return { ...seen, status: isKnown ? state.status : live, darkSinceMs: undefined }
  }
  const darkSinceMs = state.darkSinceMs ?? atMs
  const isDark = state.status.kind === 'black' || atMs - darkSinceMs >= DARK_FOR_MS
  if (!isDark)
    return { ...seen, darkSinceMs, status: state.status.kind === 'live' ? state.status : live }
  return { ...seen, darkSinceMs, status: troubleStatus(state.status, 'black', label) }
}

function afterPulse(state: CameraState, pictures: number, atMs: number): CameraState {
  if (state.retryAtMs !== undefined && atMs >= state.retryAtMs) return reopenSource(state)
  if (!isOpen(state)) return state
  if (pictures > 0) return { ...state, pictureAtMs: atMs }
  const quietMs = atMs - state.pictureAtMs
  if (quietMs < NO_PICTURE_FOR_MS) return state
  return {
    ...state,
    status: troubleStatus(state.status, 'frozen', state.label),
    retryAtMs: state.retryAtMs ?? atMs + REOPEN_FROZEN_AFTER_MS,
  }
}

const isOpen = ({ status, pictureAtMs }: CameraState): boolean =>
  pictureAtMs !== Infinity &&
  (status.kind === 'opening' ||
    status.kind === 'live' ||
    status.kind === 'black' ||
    status.kind === 'frozen')

/** The same object again while nothing changes, so that listeners hear of changes only. */
function troubleStatus(
  status: CameraStatus,
  kind: 'black' | 'frozen',
  label: string,
): CameraStatus {
  return status.kind === kind
    ? status
    : { kind, label, message: cameraTroubleSentence(kind, label) }
}

const isSameStatus = (one: CameraStatus, other: CameraStatus): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
