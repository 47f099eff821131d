import { join } from 'node:path'

/** Names the channel and holds its token; only the user can read it. */
export const controlFilePath = (dataDir: string): string => join(dataDir, 'control.json')

/** What `control.json` says of the app that runs. */
export interface ControlPlace {
  /** A socket's path, or on Windows a pipe's name. */
  readonly address: string
  readonly token: string
  readonly pid: number
}

/** Reads it without a schema library: the command line has to be quick. */
export function parseControlPlace(text: string): ControlPlace | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  const { address, token, pid } = value as Partial<Record<keyof ControlPlace, unknown>>
  const isWhole =
    typeof address === 'string' && typeof token === 'string' && typeof pid === 'number'
  return isWhole ? { address, token, pid } : undefined
}
