import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NODE, ROOT } from './places.mjs'
import { runStep } from './run.mjs'
import { SetUpFailure, say } from './say.mjs'

const INSTALL_ENV = {
  // Their install scripts would fetch what we do not use.
  ONNXRUNTIME_NODE_INSTALL_CUDA: 'skip',
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
}

/** Brings node_modules to what package-lock.json says. */
export function ensureDependencies() {
  const why = whyStale()
  if (why === undefined) return ensureNode()
  // On Windows a running program cannot be deleted, and this may be running on the Node in node_modules.
  const verb = process.platform === 'win32' && existsSync(NODE) ? 'install' : 'ci'
  say(`Dependencies: npm ${verb}, because ${why}. This takes a minute or two.`)
  if (npm(verb, '--no-audit', '--no-fund', '--loglevel=error') !== 0) {
    throw new SetUpFailure(
      'npm could not install the dependencies.',
      'see its message above; check the network',
    )
  }
  return ensureNode()
}

/** The packages that the lock file asks for and npm's own record of node_modules does not have in that version. */
export function differingPackages(lock, installed) {
  return Object.entries(lock.packages)
    .filter(([path, wanted]) => path !== '' && wanted.optional !== true)
    .filter(([path, wanted]) => installed.packages[path]?.version !== wanted.version)
    .map(([path]) => path.replace(/^.*node_modules\//, ''))
}

function whyStale() {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
  const record = join(ROOT, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return 'nothing is installed yet'
  const differing = differingPackages(lock, JSON.parse(readFileSync(record, 'utf8')))
  if (differing.length === 0) return undefined
  const more = differing.length > 3 ? ` and ${differing.length - 3} more` : ''
  return `package-lock.json asks for other versions of ${differing.slice(0, 3).join(', ')}${more}`
}

/** npm is told by its own path where there is one: on Windows `npm` is a script that needs a shell. */
function npm(...args) {
  const cli = process.env.npm_execpath
  if (cli?.endsWith('.js')) return runStep(process.execPath, [cli, ...args], { env: INSTALL_ENV })
  const program = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  return runStep(program, args, { env: INSTALL_ENV })
}

/** npm versions that do not run install scripts leave the `node` package without its program: run the script ourselves. */
function ensureNode() {
  if (existsSync(NODE)) return
  say('Node 24: running the install script of the npm package "node", which npm left out.')
  const folder = join(ROOT, 'node_modules', 'node')
  runStep(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder })
  if (!existsSync(NODE)) {
    throw new SetUpFailure(
      'The npm package "node" did not bring Node 24 for this system.',
      'npm rebuild node, or run on Node 24',
    )
  }
}
