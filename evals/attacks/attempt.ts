/** How an attempt ended. `how` is for people: a status, a reason, what was seen. */
export type Outcome =
  | { readonly kind: 'refused'; readonly how: string }
  | {
      readonly kind: 'got-through'
      readonly how: string
      /** It ended a process of its own making; those that attempts share are looked at after each. */
      readonly hasEndedProcess?: boolean
    }
  /** This machine cannot try it: another user, a mount, a program that is not here. */
  | { readonly kind: 'skipped'; readonly how: string }

/** One attack: what is tried, and how it is told whether it was refused. */
export interface Attempt<Victim> {
  readonly what: string
  readonly strike: (victim: Victim) => Promise<Outcome>
  /** Longer than that, and it counts as not refused; 20 seconds when not said. */
  readonly limitMs?: number
}

/** Attempts of one kind, in a row of the table. */
export interface AttackKind<Victim> {
  readonly kind: string
  /** Of the victim, which the attempts of one kind share. */
  readonly attempts: (victim: Victim) => readonly Attempt<Victim>[]
}

export const refused = (how: string): Outcome => ({ kind: 'refused', how })
export const gotThrough = (how: string): Outcome => ({ kind: 'got-through', how })
export const skipped = (how: string): Outcome => ({ kind: 'skipped', how })

/** What was attacked is gone. */
export const ended = (how: string): Outcome => ({ kind: 'got-through', how, hasEndedProcess: true })

/** Refused when the claim holds, with what was seen either way. */
export const refusedIf = (isRefused: boolean, how: string): Outcome =>
  isRefused ? refused(how) : gotThrough(how)
