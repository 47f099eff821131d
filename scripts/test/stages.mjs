import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../bootstrap/places.mjs'

const tool = (path) => join(ROOT, 'node_modules', path)
const COMPONENTS = ['--tsconfig', 'tsconfig.svelte.json', '--fail-on-warnings']

/** Checks that pass or fail as a whole, each counted as one test. */
const GATES = {
  types: [tool('typescript/bin/tsc'), '-b'],
  svelte: [tool('svelte-check/bin/svelte-check'), ...COMPONENTS],
  lint: [tool('eslint/bin/eslint.js'), '.', '--max-warnings', '0'],
  format: [tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  walls: [
    tool('dependency-cruiser/bin/dependency-cruiser.mjs'),
    'src',
    '--config',
    '.dependency-cruiser.mjs',
  ],
  house: [join(ROOT, 'evals', 'house.ts')],
  build: [join(ROOT, 'scripts', 'test', 'build-gate.mjs')],
}

const RUNNERS = {
  unit: (report) => vitest('unit', report),
  browser: (report) => vitest('browser', report),
  e2e: endToEnd,
}

export const STAGE_NAMES = [...Object.keys(GATES), ...Object.keys(RUNNERS)]

/** Runs one stage to its end: `{name, exitCode, tests}`. */
export function runStage(name) {
  if (GATES[name] !== undefined) return runGate(name, GATES[name])
  const folder = mkdtempSync(join(tmpdir(), 'beckon-test-'))
  try {
    const report = join(folder, 'report.jsonl')
    const exitCode = RUNNERS[name](report)
    return { name, exitCode, tests: readReport(report) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A gate is silent when it passes. */
function runGate(name, args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (status !== 0) process.stdout.write(stdout + stderr)
  return { name, exitCode: status, tests: [{ name, state: status === 0 ? 'passed' : 'failed' }] }
}

function vitest(project, report) {
  const reporters = [
    '--reporter=default',
    `--reporter=${join(ROOT, 'scripts/test/vitest-reporter.mjs')}`,
  ]
  return runInTerminal([tool('vitest/vitest.mjs'), 'run', '--project', project, ...reporters], {
    BECKON_TEST_REPORT: report,
  })
}

/** One file at a time: each has a display, a browser and a pointer of its own, and the machine may have two cores. */
function endToEnd(report) {
  const files = globSync('test/e2e/*.e2e.ts', { cwd: ROOT }).sort()
  return runInTerminal([
    ...[
      '--test',
      '--test-concurrency=1',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
    ],
    `--test-reporter=${join(ROOT, 'scripts/test/node-reporter.mjs')}`,
    `--test-reporter-destination=${report}`,
    ...files,
  ])
}

function runInTerminal(args, env = {}) {
  const { status } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  return status ?? 1
}

function readReport(path) {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  } catch {
    return []
  }
}
