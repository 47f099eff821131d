import type { CausedEffect, Effect, EffectOf } from '../../core/action/effect.ts'
import { isOurs, type OwnEffect } from '../../core/action/effect-traits.ts'
import type { Mode } from '../../core/gesture/mode.ts'
import type { EffectStation, Onward } from './effect-station.ts'
import { createPointerInterpolation } from './pointer-interpolation.ts'

/** Turns commands to the word that is being spelled into what has to be typed; anything else stays as it is. */
export interface Spelling {
  resolve(caused: CausedEffect): readonly CausedEffect[]
}

/** A gesture means another project. */
export type ProjectEffect = EffectOf<'project.switch' | 'project.step'>

/** What the app does itself. */
export interface OwnDoing {
  readonly setMode: (mode: Mode) => void
  readonly switchProject: (effect: ProjectEffect) => void
  /** It has been done. */
  readonly done: Onward
}

export interface EffectPathParts {
  readonly waveAway: EffectStation
  readonly spelling: Spelling
  readonly ownEffects: OwnDoing
  /** Whether the project in force may do this. */
  readonly permits: (effect: Effect) => boolean
  readonly watch: EffectStation
  readonly dispatch: Onward
  readonly nowMs: () => number
}

/** The way of an effect through the main process: each station in its place, and nothing beside them. */
export const effectStations = (parts: EffectPathParts): readonly EffectStation[] => [
  // The swipe that waved a project away means nothing else.
  parts.waveAway,
  // Before the rest, so that keys and text which a command comes to are sent like any other.
  spellingStation(parts.spelling),
  // Modes and projects: the system never hears of them.
  ownEffectsStation(parts.ownEffects),
  // What nobody has allowed is out of the project in force already; whatever let it through, it ends here.
  permissionStation(parts.permits),
  // A move becomes steps; whatever else is done, the pointer is brought to its place first.
  createPointerInterpolation(parts.nowMs),
  // Last before the system, because it has to know each step that is sent: what is heard back of it is ours.
  parts.watch,
  dispatchStation(parts.dispatch),
]

export interface EffectPath {
  readonly send: Onward
  /** Nothing more comes of what was taken so far. */
  stop(): void
}

export function createEffectPath(stations: readonly EffectStation[]): EffectPath {
  return {
    send: stations.reduceRight<Onward>(
      (next, station) => (caused) => {
        station.step(caused, next)
      },
      () => undefined,
    ),
    stop: () => {
      for (const station of stations) station.stop?.()
    },
  }
}

const spellingStation = (word: Spelling): EffectStation => ({
  name: 'spelling',
  step: (caused, next) => {
    for (const one of word.resolve(caused)) next(one)
  },
})

const ownEffectsStation = (doing: OwnDoing): EffectStation => ({
  name: 'own',
  step: (caused, next) => {
    if (!isOurs(caused.effect)) return next(caused)
    carryOutInside(caused.effect, doing)
    doing.done(caused)
  },
})

function carryOutInside(effect: OwnEffect, { setMode, switchProject }: OwnDoing): void {
  switch (effect.kind) {
    case 'mode':
      return setMode(effect.mode)
    case 'project.switch':
    case 'project.step':
      return switchProject(effect)
    // Keys and text have taken its place.
    case 'spelling':
  }
}

const permissionStation = (permits: EffectPathParts['permits']): EffectStation => ({
  name: 'permission',
  step: (caused, next) => {
    if (permits(caused.effect)) next(caused)
  },
})

const dispatchStation = (send: Onward): EffectStation => ({ name: 'dispatch', step: send })
