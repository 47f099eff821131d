import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What an installer holds besides our own: the packages that the main process loads (all in the lock file that are not for
 * development alone), and those that the build bundles into the window, or that its models are made of.
 */
const BUNDLED = [
  '1eurofilter',
  '@fontsource-variable/inter',
  '@lucide/svelte',
  '@mediapipe/hands',
  '@mediapipe/pose',
  '@mediapipe/tasks-vision',
  '@webxr-input-profiles/assets',
  'electron',
  'jsonc-parser',
  'svelte',
  'three',
  'uplot',
  'zod',
]

/** Parts of a package under a licence of their own, which its package.json does not name. */
const PARTS = {
  'uiohook-napi': [
    {
      name: 'libuiohook (inside uiohook-napi)',
      version: 'as built into it',
      license: 'LGPL-3.0-or-later',
      about: 'https://github.com/kwhat/libuiohook, Copyright (C) 2006-2023 Alexander Barker',
    },
  ],
}

const isLicense = (name) => /^(licen[cs]e|copying|notice|ofl)/i.test(name)

/** `{name, version, license, about, texts}` of each, by name. Of another system's packages the text is not here. */
export function shippedPackages(root) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const wanted = new Set(BUNDLED.map((name) => `node_modules/${name}`))
  const found = Object.entries(lock)
    .filter(([path, entry]) => path !== '' && (entry.dev !== true || wanted.has(path)))
    .flatMap(([path, entry]) => packageAt(root, path, entry))
  const unique = new Map(found.map((one) => [`${one.name}@${one.version}`, one]))
  return [...unique.values()].sort((a, b) => a.name.localeCompare(b.name))
}

function packageAt(root, path, { version, license }) {
  const name = path.split('node_modules/').at(-1)
  const folder = join(root, path)
  const texts = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((file) => file.isFile() && isLicense(file.name))
        .map((file) => readFileSync(join(folder, file.name), 'utf8').trim())
    : []
  const own = {
    name,
    version,
    license: license ?? legacyLicense(folder),
    about: aboutOf(folder),
    texts,
  }
  return [own, ...(PARTS[name] ?? []).map((part) => ({ ...part, texts: [] }))]
}

const manifestOf = (folder) =>
  existsSync(join(folder, 'package.json'))
    ? JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    : {}

/** Old packages name theirs in a list. */
function legacyLicense(folder) {
  const { licenses = [] } = manifestOf(folder)
  return licenses.map(({ type }) => type).join(' OR ') || 'see its text'
}

function aboutOf(folder) {
  const { homepage, repository, author } = manifestOf(folder)
  const by = typeof author === 'object' ? author.name : author
  const from = homepage ?? (typeof repository === 'object' ? repository.url : repository)
  return [from, by].filter((one) => one !== undefined && one !== '').join(', ')
}
