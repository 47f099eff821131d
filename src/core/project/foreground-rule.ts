import type { ForegroundRule } from './project.ts'

/** What is in front of the user: a program's name, as the system calls it, and its window's title. */
export interface ForegroundProgram {
  readonly program: string
  readonly title: string
}

/** Whether a rule means this program: each of its parts is found in it, in any case. A rule without parts means none. */
export function ruleFits(rule: ForegroundRule, { program, title }: ForegroundProgram): boolean {
  if (rule.program === undefined && rule.title === undefined) return false
  return containsText(program, rule.program) && containsText(title, rule.title)
}

const containsText = (text: string, part: string | undefined): boolean =>
  part === undefined || text.toLowerCase().includes(part.toLowerCase())
