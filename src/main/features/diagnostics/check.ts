import type { Problem } from '../../../contract/boundary/result.ts'
import { inEnglish, type Sentence } from '../../../core/sentence/sentence.ts'

/** One line of the doctor's report. */
export type Check =
  | { readonly kind: 'ok'; readonly name: Sentence; readonly says: Sentence }
  /** `failed`: Beckon cannot do its work. `limited`: it can, without this. */
  | { readonly kind: 'failed' | 'limited'; readonly name: Sentence; readonly problem: Problem }

export const passedCheck = (name: Sentence, says: Sentence): Check => ({ kind: 'ok', name, says })
export const limitedCheck = (name: Sentence, message: Sentence, fix?: Sentence): Check => ({
  kind: 'limited',
  name,
  problem: { message, fix },
})
export const failedCheck = (name: Sentence, message: Sentence, fix?: Sentence): Check => ({
  kind: 'failed',
  name,
  problem: { message, fix },
})

const WORDS = { ok: 'ok  ', limited: 'note', failed: 'FAIL' } as const

/** The report as text: a line for each check, the fix below it, and the sum. */
export function reportLines(checks: readonly Check[]): string[] {
  const width = Math.max(...checks.map(({ name }) => inEnglish(name).length))
  const failures = checks.filter(({ kind }) => kind === 'failed').length
  const limits = checks.filter(({ kind }) => kind === 'limited').length
  const sum =
    failures > 0
      ? `${failures} of ${checks.length} checks failed.`
      : `Beckon can run here${limits > 0 ? `, with ${limits} limit${limits > 1 ? 's' : ''}` : ''}.`
  return [...checks.flatMap((check) => linesOf(check, width)), '', sum]
}

function linesOf(check: Check, width: number): string[] {
  const head = `${WORDS[check.kind]}  ${inEnglish(check.name).padEnd(width)}  `
  if (check.kind === 'ok') return [`${head}${inEnglish(check.says)}`]
  const { message, fix } = check.problem
  const first = `${head}${inEnglish(message)}`
  return fix === undefined ? [first] : [first, `${' '.repeat(head.length)}Fix: ${inEnglish(fix)}`]
}
