import type { ShadowView } from '../../../contract/channels/shadow-channels.ts'
import type { GestureId } from '../../../core/gesture/gesture-event.ts'
import type { Thresholds } from '../../../core/project/thresholds.ts'
import { firingsPerHour, type ShadowLedger } from '../../../core/tuning/shadow-ledger.ts'
import {
  firingsUnder,
  proposeThreshold,
  type ShadowProposal,
} from '../../../core/tuning/shadow-proposal.ts'

/** What a page shows of a distribution; more would be dots upon dots. */
const SHOWN_FIRINGS = 200

interface Shown {
  readonly isOn: boolean
  readonly budgetPerHour: number
  readonly project: string
  readonly ledger: ShadowLedger
  readonly thresholds: Thresholds
}

export function proposalFor(
  gesture: GestureId,
  { ledger, thresholds, budgetPerHour }: Pick<Shown, 'ledger' | 'thresholds' | 'budgetPerHour'>,
): ShadowProposal {
  const { watchedMs } = ledger
  const firings = firingsUnder(ledger.firings[gesture], thresholds[gesture])
  return proposeThreshold(gesture, firings, watchedMs, budgetPerHour)
}

/** The ledger of a project as the page shows it, the most frequent first. Accepted gestures stay, fired or not. */
export function shadowView(parts: Shown): ShadowView {
  const { isOn, budgetPerHour, project, ledger, thresholds } = parts
  const names = new Set([...Object.keys(ledger.firings), ...Object.keys(thresholds)])
  const gestures = [...names].filter(isGestureId).map((gesture) => {
    const accepted = thresholds[gesture]
    const { count, newest } = firingsUnder(ledger.firings[gesture], accepted)
    const shown = newest.slice(-SHOWN_FIRINGS)
    return {
      gesture,
      count,
      perHour: firingsPerHour(count, ledger.watchedMs),
      peakScores: shown.map(({ peakScore }) => peakScore),
      heldMs: shown.map(({ heldMs }) => heldMs),
      proposal: proposalFor(gesture, parts),
      ...(accepted === undefined ? {} : { accepted }),
    }
  })
  return {
    isOn,
    budgetPerHour,
    watchedMs: ledger.watchedMs,
    project,
    gestures: gestures.toSorted((a, b) => b.count - a.count),
  }
}

const isGestureId = (text: string): text is GestureId => text.includes('.')
