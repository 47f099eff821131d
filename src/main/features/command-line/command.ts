/** What the command line tells the app that runs. */
export type ControlCommand =
  | { readonly kind: 'switch'; readonly project: string }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'status' }
  /** What there is, and what of it is off until somebody allows it in the window. */
  | { readonly kind: 'projects' }
  /** A second start: the first shows its window. */
  | { readonly kind: 'show' }

/** What came of it, in words for the terminal, and the state after it. */
export interface ControlAnswer {
  readonly isDone: boolean
  readonly lines: readonly string[]
  readonly status: Readonly<Record<string, unknown>>
}

/** A line holds no more than this: the longest name many times over. */
export const MOST_LINE_BYTES = 16 * 1024

/** Checks what came over the channel; nothing for anything but a command. */
export function parseCommand(value: unknown): ControlCommand | undefined {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return undefined
  switch (value.kind) {
    case 'switch':
      return 'project' in value && typeof value.project === 'string'
        ? { kind: 'switch', project: value.project }
        : undefined
    case 'pause':
    case 'resume':
    case 'status':
    case 'projects':
    case 'show':
      return { kind: value.kind }
    default:
      return undefined
  }
}

export function parseControlAnswer(text: string): ControlAnswer | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return undefined
    const { isDone, lines, status } = value as Partial<Record<keyof ControlAnswer, unknown>>
    const isWhole =
      typeof isDone === 'boolean' && Array.isArray(lines) && typeof status === 'object'
    return isWhole ? { isDone, lines: lines.map(String), status: { ...status } } : undefined
  } catch {
    return undefined
  }
}
