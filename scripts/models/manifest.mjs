import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Committed, and shipped with the app, which checks the models against it at start. */
export const MANIFEST_PATH = 'resources/models-manifest.json'

export function readManifest(root) {
  return JSON.parse(readFileSync(join(root, MANIFEST_PATH), 'utf8'))
}

export function fingerprint(bytes) {
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** What is wrong with a file in words, or undefined when it is the one that the manifest names. */
export function faultOf(path, expected) {
  if (!existsSync(path)) return 'is missing'
  const found = fingerprint(readFileSync(path))
  if (found.bytes < expected.bytes) {
    return `is truncated (${found.bytes} of ${expected.bytes} bytes)`
  }
  return found.sha256 === expected.sha256 ? undefined : 'is not the expected file (SHA-256 differs)'
}
