import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'

/**
 * Moves a broken `NAME.json` to `NAME.broken-1.json`, or the next number that is free: never over an earlier one, which may
 * hold what the user wants back. Answers where the file is now; where it cannot be moved it stays.
 */
export async function quarantine(path: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const aside = path.replace(/\.json$/, `.broken-${number}.json`)
    if (existsSync(aside)) continue
    return rename(path, aside).then(
      () => aside,
      () => path,
    )
  }
}
