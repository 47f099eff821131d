import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const RULE = '='.repeat(78)
const HEAD = `Beckon is under the MIT license. It holds and uses the software, fonts, icons and models of others that are
listed here, each under its own license.

Parts under the GNU Lesser General Public License (libvips and what it is made with, which sharp loads as a
library of its own; libuiohook, which uiohook-napi loads) are used unchanged. They are files beside the program,
and may be replaced by other builds of them; their sources are where this list says.`

/** The whole text: a table, then the words of each license, those that are the same once. */
export function noticesOf(root, packages) {
  const standard = standardTexts(root)
  const table = packages.map(
    ({ name, version, license, about }) =>
      `${name} ${version}: ${license}${about ? ` (${about})` : ''}`,
  )
  const sections = new Map()
  for (const one of packages) {
    for (const text of textsOf(one, standard)) {
      sections.set(text, [...(sections.get(text) ?? []), `${one.name} ${one.version}`])
    }
  }
  const words = [...sections].map(([text, names]) => `${RULE}\n${names.join('\n')}\n\n${text}`)
  return `${[HEAD, table.join('\n'), ...words].join('\n\n')}\n`
}

/** Its own words; where it brings none (or only a part of them), the license as it is published. */
export function textsOf({ license, texts }, standard) {
  const named = license.split(/ (?:AND|OR) |[()]/).filter((name) => standard.has(name))
  const isLesser = named.some((name) => name.startsWith('LGPL'))
  const published = texts.length === 0 || isLesser ? named.map((name) => standard.get(name)) : []
  // The lesser license is written as an addition to the other.
  return [...texts, ...published, ...(isLesser ? [standard.get('GPL-3.0')] : [])]
}

export function standardTexts(root) {
  const folder = join(root, 'build', 'licenses')
  const files = readdirSync(folder).map((file) => [
    file.replace(/\.txt$/, ''),
    readFileSync(join(folder, file), 'utf8').trim(),
  ])
  return new Map(files)
}
