import { SWITCH_NEWS_MS } from '../../contract/channels/project-channels.ts'
import type { PipelineOutput } from '../../core/pipeline/pipeline.ts'
import type { EffectStation } from './effect-station.ts'

/** A project that nobody asked for is waved away by a swipe, which then means nothing else. */
export interface WaveAway extends EffectStation {
  /** Another project is in force: this takes it back, while its coming is news. Undefined where somebody asked for it. */
  offerToTakeBack(takeBack: (() => void) | undefined): void
  /** Call with what comes out of the pipeline, before its effects. Answers what takes the project back, to call after them. */
  watch(output: Pick<PipelineOutput, 'gestures' | 'mode'>): (() => void) | undefined
}

/** The project that comes back sees the end of the same stroke, which is no stroke of its own. */
const WAVE_MS = 1000

export function createWaveAway(nowMs: () => number): WaveAway {
  let offered: (() => void) | undefined
  let offeredAtMs = -Infinity
  let wavedAtMs = -Infinity

  return {
    name: 'wave-away',
    offerToTakeBack: (takeBack) => {
      offered = takeBack
      offeredAtMs = nowMs()
    },
    watch: ({ gestures, mode }) => {
      const isNews = nowMs() - offeredAtMs < SWITCH_NEWS_MS
      if (!isNews || offered === undefined || mode !== 'engaged') return undefined
      if (!gestures.some(({ gesture, phase }) => phase === 'began' && isWaveAwaySwipe(gesture)))
        return undefined
      wavedAtMs = nowMs()
      return offered
    },
    step: (caused, next) => {
      if (nowMs() - wavedAtMs >= WAVE_MS || !isWaveAwaySwipe(caused.cause)) next(caused)
    },
  }
}

const isWaveAwaySwipe = (gesture: string): boolean =>
  gesture === 'swipe.left' || gesture === 'swipe.right'
