import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'

export interface OnnxModelOptions {
  readonly folder: string
  /** Threads for one run, two where there are two cores. */
  readonly threads?: number
}

export interface ModelShape<Name extends string> {
  readonly input: readonly number[]
  readonly outputs: Readonly<Record<Name, readonly number[]>>
}

export interface OnnxModel<Name extends string> {
  readonly input: Float32Array
  readonly outputs: Readonly<Record<Name, Float32Array>>
  run(): Promise<void>
  close(): Promise<void>
}

/**
 * Opens a model and runs it once, so that the first picture is as quick as the others. Input and output buffers are made
 * here and used for every run: nothing is allocated per frame. Rejects, naming the file, when the model cannot be read
 * or is another one.
 */
export async function openOnnxModel<Name extends string>(
  { folder, threads = Math.min(2, availableParallelism()) }: OnnxModelOptions,
  file: string,
  shape: ModelShape<Name>,
): Promise<OnnxModel<Name>> {
  const session = await openSession(join(folder, file), threads)
  const wrong = shapeFault(session, shape)
  if (wrong !== undefined) throw new Error(`openOnnxModel: ${file} is another model: ${wrong}`)
  const input = zeros(shape.input)
  const feeds = { [INPUT]: new Tensor('float32', input, shape.input) }
  const outputs = mapValues(shape.outputs, zeros)
  const fetches = mapValues(
    outputs,
    (values, name) => new Tensor('float32', values, shape.outputs[name]),
  )
  const run = async (): Promise<void> => {
    await session.run(feeds, fetches)
  }
  await run()
  return { input, outputs, run, close: () => session.release() }
}

const INPUT = 'image'

async function openSession(path: string, threads: number): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(path, {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      graphOptimizationLevel: 'all',
      // Threads that spin while they wait for the next frame take more than the model. Blocks that shrink towards the end
      // (onnxruntime's own advice against slow outliers) leave less to wait for when one core is taken away meanwhile.
      extra: { session: { intra_op: { allow_spinning: '0' }, dynamic_block_base: '4' } },
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`openOnnxModel: ${path} cannot be opened: ${reason}`, { cause: error })
  }
}

function shapeFault(session: InferenceSession, shape: ModelShape<string>): string | undefined {
  const expected = { [INPUT]: shape.input, ...shape.outputs }
  const found = Object.fromEntries(
    [...session.inputMetadata, ...session.outputMetadata].map((value) => [
      value.name,
      value.isTensor ? value.shape : [],
    ]),
  )
  for (const [name, dims] of Object.entries(expected)) {
    const there = found[name]
    if (there?.join() !== dims.join()) {
      return `"${name}" is ${there?.join(' × ') ?? 'missing'}, expected ${dims.join(' × ')}`
    }
  }
  return undefined
}

const zeros = (dims: readonly number[]): Float32Array =>
  new Float32Array(dims.reduce((size, dim) => size * dim, 1))

function mapValues<Name extends string, From, To>(
  record: Readonly<Record<Name, From>>,
  change: (value: From, name: Name) => To,
): Record<Name, To> {
  return asRecordOf<Name, To>(
    asEntries(record).map(([name, value]) => [name, change(value, name)] as const),
  )
}

// Object.entries and Object.fromEntries forget the names' type; these records are literals of this file.
const asEntries = <Name extends string, Value>(record: Readonly<Record<Name, Value>>) =>
  Object.entries(record) as [Name, Value][]
const asRecordOf = <Name extends string, Value>(entries: (readonly [Name, Value])[]) =>
  Object.fromEntries(entries) as Record<Name, Value>
