import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { makePrivateFolder } from '../../../../node/private-folder.ts'

/** What a browser is given to open: it leads to the page, and only this user can read where. */
export interface OpeningFile {
  readonly url: string
  remove(): void
}

/**
 * Every program of every user can read a command line, so the page's address, which lets its reader in, stands in a file instead. It
 * lies in the browser's own profile: wherever that works, the browser can read it, too (a sandboxed one may read little else).
 */
export function writeOpeningFile(profileDir: string, pageUrl: string): OpeningFile {
  makePrivateFolder(profileDir)
  const path = join(profileDir, 'open-beckon.html')
  const remove = (): void => {
    rmSync(path, { force: true })
  }
  remove()
  const html = `<!doctype html><meta charset="utf-8"><title>Beckon</title><meta http-equiv="refresh" content="0;url=${pageUrl}">`
  writeFileSync(path, html, { mode: 0o600, flag: 'wx' })
  return { url: pathToFileURL(path).href, remove }
}
