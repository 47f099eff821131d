import { existsSync, renameSync, utimesSync } from 'node:fs'

/** What lies beside a database and belongs to it. */
const BESIDE = ['-wal', '-shm', '-journal']

/**
 * Moves a damaged `NAME.sqlite` and what belongs to it to `NAME.broken-1.sqlite`, or the next number that is free. Answers where
 * it is now. Its time becomes that of the move: what is older may be named in it (`job-files.ts`).
 */
export function setAside(path: string): string {
  for (let number = 1; ; number += 1) {
    const aside = path.replace(/(\.sqlite)?$/, `.broken-${number}.sqlite`)
    if (existsSync(aside)) continue
    renameSync(path, aside)
    utimesSync(aside, new Date(), new Date())
    for (const end of BESIDE.filter((one) => existsSync(path + one))) {
      renameSync(path + end, aside + end)
    }
    return aside
  }
}
