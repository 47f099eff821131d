import type { Problem } from '../../../contract/boundary/result.ts'

/** One line of the doctor's report. */
export type Check =
  | { readonly kind: 'ok'; readonly name: string; readonly says: string }
  /** `failed`: Beckon cannot do its work. `limited`: it can, without this. */
  | { readonly kind: 'failed' | 'limited'; readonly name: string; readonly problem: Problem }

export const fine = (name: string, says: string): Check => ({ kind: 'ok', name, says })
export const limited = (name: string, message: string, fix?: string): Check => ({
  kind: 'limited',
  name,
  problem: { message, fix },
})
export const broken = (name: string, message: string, fix?: string): Check => ({
  kind: 'failed',
  name,
  problem: { message, fix },
})

const WORDS = { ok: 'ok  ', limited: 'note', failed: 'FAIL' } as const

/** The report as text: a line for each check, the fix below it, and the sum. */
export function reportLines(checks: readonly Check[]): string[] {
  const width = Math.max(...checks.map(({ name }) => name.length))
  const failures = checks.filter(({ kind }) => kind === 'failed').length
  const limits = checks.filter(({ kind }) => kind === 'limited').length
  const sum =
    failures > 0
      ? `${failures} of ${checks.length} checks failed.`
      : `Beckon can run here${limits > 0 ? `, with ${limits} limit${limits > 1 ? 's' : ''}` : ''}.`
  return [...checks.flatMap((check) => linesOf(check, width)), '', sum]
}

function linesOf(check: Check, width: number): string[] {
  const head = `${WORDS[check.kind]}  ${check.name.padEnd(width)}  `
  if (check.kind === 'ok') return [`${head}${check.says}`]
  const { message, fix } = check.problem
  return fix === undefined
    ? [`${head}${message}`]
    : [`${head}${message}`, `${' '.repeat(head.length)}Fix: ${fix}`]
}
