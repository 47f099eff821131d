import { join } from 'node:path'
import { runInChromium } from '../main/app/run-in-chromium.ts'

const builtDir = join(import.meta.dirname, '..')
process.exit(await runInChromium('chromium', process.argv.slice(2), builtDir))
