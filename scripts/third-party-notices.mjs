/** `npm run notices`: writes out/THIRD-PARTY-NOTICES.txt, for the installers, from the lock file and what is installed. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './bootstrap/places.mjs'
import { noticesOf } from './notices/notices.mjs'
import { shippedPackages } from './notices/shipped.mjs'

const packages = shippedPackages(ROOT)
const path = join(ROOT, 'out', 'THIRD-PARTY-NOTICES.txt')
mkdirSync(join(ROOT, 'out'), { recursive: true })
writeFileSync(path, noticesOf(ROOT, packages))
process.stdout.write(`${packages.length} packages and parts: out/THIRD-PARTY-NOTICES.txt\n`)
