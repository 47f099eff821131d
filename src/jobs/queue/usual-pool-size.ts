import { availableParallelism } from 'node:os'

/** Jobs at once. One video keeps two cores busy; on more of them, one core stays for what is tracked live. */
export const usualPoolSize = (): number => Math.max(1, Math.floor((availableParallelism() - 1) / 2))
