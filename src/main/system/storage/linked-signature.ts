import { readdirSync, realpathSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

/**
 * What a folder's files are as of now, where watching it does not tell: when it is reached through a symbolic link, or holds
 * some, as people who keep their settings in a repository of dotfiles have it. Undefined for a folder without links.
 */
export function linkedSignature(folder: string): string | undefined {
  try {
    const real = realpathSync(folder)
    const linked = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isSymbolicLink())
      .map(({ name }) => `${name} ${stateOf(join(folder, name))}`)
    if (linked.length === 0 && real === resolve(folder)) return undefined
    return [`${real} ${stateOf(real, false)}`, ...linked.sort()].join('\n')
  } catch {
    return undefined
  }
}

/** The watcher of the folder itself tells of its changes. */
function stateOf(path: string, hasContent = true): string {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return 'gone'
  return hasContent ? `${found.ino} ${found.mtimeMs} ${found.size}` : `${found.ino}`
}
