import { SaidError } from '../../../../contract/words/said-error.ts'
import { say } from '../../../../contract/words/say.ts'
import { keyNameOf } from '../input/key-names.ts'
import { findChord, findWithModifiers, type FoundChord } from './find-chord.ts'
import type { LatinKeys } from './latin-keys.ts'
import type { SpareKeys } from './spare-keys.ts'
import type { XConnection } from './x-connection.ts'

/**
 * Finds all keys of a chord on the keyboard as it is now.
 * @throws SaidError that names the keys which the layout lacks.
 */
export async function findOnX(
  names: readonly string[],
  x: XConnection,
  { spareKeys, latinKeys }: { readonly spareKeys: SpareKeys; readonly latinKeys: LatinKeys },
): Promise<FoundChord> {
  const { group } = await x.state()
  // Without what was lent to texts: whether a chord is refused must not depend on what was typed before.
  const search = findChord(names, await spareKeys.layout(), group)
  if (search.kind === 'found') return search
  if (search.kind === 'borrows') {
    const isAdded = await latinKeys.add(search.keysyms)
    const layout = await spareKeys.layout()
    const again = isAdded ? findChord(names, layout, group) : undefined
    const found = again?.kind === 'found' ? again : findWithModifiers(names, layout, group)
    if (found !== undefined) return found
  }
  const missing = search.kind === 'lacks' ? search.names : names
  throw new SaidError(
    say(
      'This keyboard layout does not have that key, so nothing was pressed: {}. Choose another key for it, or add a layout that has it.',
      missing.map(keyNameOf).join(', '),
    ),
  )
}
