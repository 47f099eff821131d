import { isOnPath } from './installed-program.ts'

const SETPRIV = ['setpriv', '--pdeathsig', 'TERM']

/**
 * What to start a program of others with, so that it ends when we do, also when we are killed outright: nothing of ours runs then
 * that could end it. Empty where the system has no such thing.
 */
export const leash = (): readonly string[] =>
  process.platform === 'linux' && isOnPath('setpriv') ? SETPRIV : []
