import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { NODE, ROOT } from './places.mjs'

/**
 * Asks the app's own parser, before any further set-up, whether the flags are right: a wrong flag should not cost a
 * build. Node 24 reads the TypeScript as it is. Returns `{kind: 'help', text}`, `{kind: 'problem', text}` or
 * `{kind: 'run', host, camera}`.
 */
export function readCommandLine(args) {
  const module = pathToFileURL(join(ROOT, 'src', 'main', 'app', 'cli.ts')).href
  const sentence = pathToFileURL(join(ROOT, 'src', 'core', 'sentence', 'sentence.ts')).href
  const program = `
    import { HELP, parseCli } from ${JSON.stringify(module)}
    import { inEnglish } from ${JSON.stringify(sentence)}
    const parsed = parseCli(JSON.parse(process.argv[1]))
    const answer = !parsed.ok
      ? { kind: 'problem', text: [parsed.problem.message, parsed.problem.fix].filter(Boolean).map(inEnglish).join('\\n') }
      : parsed.value.kind === 'help'
        ? { kind: 'help', text: HELP }
        : { kind: 'run', host: parsed.value.options.host, camera: parsed.value.options.camera }
    console.log(JSON.stringify(answer))`
  const { status, stdout } = spawnSync(
    NODE,
    ['--input-type=module', '--no-warnings', '-e', program, JSON.stringify(args)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  if (status !== 0) throw new Error(`readCommandLine: the parser ended with ${status}`)
  return JSON.parse(stdout)
}

/** True when `--camera` names a file: demo hands are no files, and device names have no dot with letters behind it. */
export function playsFile(camera) {
  return camera !== undefined && /[\\/]|\.[A-Za-z0-9]{2,4}$/.test(camera)
}
