import type { CameraSource } from '../../contract/channels/status.ts'
import { stateWords } from './state-words.ts'

export interface CameraOption {
  readonly value: string
  readonly text: string
  readonly source: CameraSource
}

const DEMO = 'demo'
const demoOption = (): CameraOption => ({
  value: DEMO,
  text: stateWords.choices.demo,
  source: { kind: 'demo', script: 'tour', loop: true },
})

/** What the camera picker offers: every camera there is, the demo hand, and whatever is open now. */
export function cameraOptions(
  labels: readonly string[],
  current: CameraSource | undefined,
): readonly CameraOption[] {
  const devices = labels.map((label): CameraOption => ({
    value: `device:${label}`,
    text: label,
    source: { kind: 'device', label },
  }))
  const offered = [...devices, demoOption()]
  const isOffered = !current || offered.some(({ value }) => value === optionValue(current, labels))
  if (isOffered) return offered
  return [
    { value: optionValue(current, labels), text: optionText(current), source: current },
    ...offered,
  ]
}

/** The option that stands for this source. A device may be asked for by part of its name, or by none. */
export function optionValue(source: CameraSource, labels: readonly string[]): string {
  if (source.kind === 'demo') return DEMO
  if (source.kind === 'file') return 'file'
  const wanted = source.label?.toLowerCase() ?? ''
  const label = labels.find((name) => name.toLowerCase().includes(wanted)) ?? source.label
  return `device:${label ?? ''}`
}

function optionText(source: CameraSource): string {
  if (source.kind === 'device') return source.label ?? stateWords.choices.firstCamera
  return source.kind === 'file' ? source.label : stateWords.choices.demo
}
