/**
 * Makes the letter network anew: landmarks of all training data by our own tracker, one network for each source that has
 * not seen it (evals/letters/folds, for `npm run eval -- letters`), and the one that ships (resources/letters).
 *
 *   npm run train:letters                    everything: about twenty minutes on one core
 *   npm run train:letters -- --only final    or the name of a source
 *   npm run train:letters -- --compare       GRU, LSTM and pooled frames on three sources, or on the one that --only
 *                                            names; nothing is written
 *
 * Fixed seeds and one thread: the same machine gives the same network.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { NODE, ROOT } from './bootstrap/places.mjs'
import { runStep } from './bootstrap/run.mjs'
import { say } from './bootstrap/say.mjs'

const DATA = join(ROOT, '..', 'shared', 'data')
const SAMPLES = join(ROOT, '.beckon', 'letters', 'samples.jsonl')
const FOLDS = join(ROOT, 'evals', 'letters', 'folds')
const FINAL = join(ROOT, 'resources', 'letters', 'sign-letters.onnx')

/** Clips without letters are split by person: a fold learns from one half and is judged on the other. */
const SOURCES = [
  ...['massey5signers', 'xardous', 'kishore017', 'rakshanjali', 'longhong', 'muneeb', 'aditi'],
  ...['msl', 'bison'],
]
const COMPARED = ['xardous', 'rakshanjali', 'msl']
const FOLD_STEPS = 400
const FINAL_STEPS = 1200

const { values } = parseArgs({
  options: { only: { type: 'string' }, compare: { type: 'boolean', default: false } },
})
process.exitCode = run()

function run() {
  const extracted = runStep(NODE, [join(ROOT, 'evals', 'letters', 'extract.ts')])
  if (extracted !== 0) return extracted
  if (values.compare) return compare()
  const all = [...SOURCES, 'final']
  const wanted = values.only === undefined ? all : all.filter((name) => name === values.only)
  if (wanted.length === 0) {
    say(`There is no "${values.only}". There is: ${all.join(', ')}.`)
    return 2
  }
  return firstFailure(wanted, (name) => (name === 'final' ? final() : fold(name)))
}

const final = () => train('the network that ships', ['--to', FINAL, '--steps', FINAL_STEPS])

const half = (name) => (SOURCES.indexOf(name) % 2 === 0 ? 'even' : 'odd')

const fold = (name) =>
  train(`a network that has not seen ${name}`, [
    ...['--to', join(FOLDS, `${name}.onnx`), '--steps', FOLD_STEPS],
    ...['--hold-out', name, '--negatives', half(name)],
  ])

function compare() {
  const names = values.only === undefined ? COMPARED : [values.only]
  const runs = ['gru', 'lstm', 'pooled'].flatMap((kind) => names.map((name) => ({ kind, name })))
  return firstFailure(runs, ({ kind, name }) =>
    train(`${kind} without ${name}`, [
      ...['--steps', FOLD_STEPS, '--kind', kind],
      ...['--hold-out', name, '--negatives', half(name)],
    ]),
  )
}

function firstFailure(items, step) {
  for (const item of items) {
    const code = step(item)
    if (code !== 0) return code
  }
  return 0
}

function train(what, args) {
  say(`Training ${what}.`)
  const script = join(ROOT, 'scripts', 'train-letters', 'train.py')
  const inputs = ['--data', DATA, '--samples', SAMPLES]
  const env = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', PYTHONDONTWRITEBYTECODE: '1' }
  return runStep('/usr/bin/python3', [script, ...inputs, ...args.map(String)], { env })
}
