import type { Job } from './job.ts'

export interface Pace {
  readonly framesPerS: number
  readonly secondsLeft: number
}

/** How fast a running job goes; undefined until it has looked at a frame. */
export function paceOf(
  { status, framesDone, framesTotal, startedAtMs }: Job,
  nowMs: number,
): Pace | undefined {
  const tookS = (nowMs - (startedAtMs ?? nowMs)) / 1000
  if (status !== 'processing' || framesDone === 0 || tookS <= 0) return undefined
  const framesPerS = framesDone / tookS
  return { framesPerS, secondsLeft: Math.max(0, framesTotal - framesDone) / framesPerS }
}
