import { ended, gotThrough, type Attempt, type AttackKind, type Outcome } from './attempt.ts'

/** What an attacked process tells of itself, and how it is had back. */
export interface Attacked {
  isAlive(): boolean
  start(): Promise<void>
  /** All that it said on its outputs. */
  said(): string
}

/** For attempts that start what they attack themselves. */
export const NOTHING_SHARED: Attacked = {
  isAlive: () => true,
  start: () => Promise.resolve(),
  said: () => '',
}

export interface Strike {
  readonly kind: string
  readonly what: string
  readonly outcome: Outcome
  readonly tookMs: number
}

const LIMIT_MS = 20_000
/** Characters. */
const LAST_WORDS = 300

/** Tries all of a kind, one after the other. */
export async function strikeAll<Victim extends Attacked>(
  { kind, attempts }: AttackKind<Victim>,
  victim: Victim,
): Promise<readonly Strike[]> {
  const strikes: Strike[] = []
  const beganAtMs = performance.now()
  for (const attempt of attempts(victim)) {
    const startedAtMs = performance.now()
    const outcome = await outcomeOf(attempt, victim)
    const tookMs = performance.now() - startedAtMs
    const isAlive = victim.isAlive()
    const lastWords = victim.said().slice(-LAST_WORDS)
    if (!isAlive) await victim.start()
    strikes.push({
      ...{ kind, what: attempt.what, tookMs },
      outcome: isAlive ? outcome : ended(`${outcome.how}; it said: ${lastWords}`),
    })
  }
  const tookS = ((performance.now() - beganAtMs) / 1000).toFixed(1)
  const through = strikes.filter((strike) => strike.outcome.kind === 'got-through').length
  console.log(`${kind}: ${strikes.length} in ${tookS} s, ${through} got through`)
  return strikes
}

async function outcomeOf<Victim>(attempt: Attempt<Victim>, victim: Victim): Promise<Outcome> {
  const { limitMs = LIMIT_MS } = attempt
  let limit: NodeJS.Timeout | undefined
  const late = new Promise<Outcome>((resolve) => {
    limit = setTimeout(() => {
      resolve(gotThrough(`no end within ${limitMs / 1000} s`))
    }, limitMs)
  })
  try {
    return await Promise.race([attempt.strike(victim), late])
  } catch (error) {
    return gotThrough(`it could not be told: ${error instanceof Error ? error.message : ''}`)
  } finally {
    clearTimeout(limit)
  }
}
