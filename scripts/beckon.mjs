#!/usr/bin/env node
/** `beckon switch NAME`, `beckon pause|resume|status`: tells the Beckon that runs what to do. Built by the first npm start. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const built = new URL('../out/main/beckon.js', import.meta.url)
if (existsSync(fileURLToPath(built))) await import(built.href)
else {
  process.stderr.write('Beckon is not built yet: npm start sets it up.\n')
  process.exitCode = 3
}
