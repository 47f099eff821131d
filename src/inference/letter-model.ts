import { InferenceSession, Tensor } from 'onnxruntime-node'
import { saidBy } from '../contract/words/said-error.ts'
import { say } from '../contract/words/say.ts'
import { LETTER_POINTS } from '../core/classifier/letters/letter-points.ts'
import { WINDOW_FRAMES } from '../core/classifier/letters/letter-window.ts'
import { LETTERS } from '../core/classifier/letters/letters.ts'
import { failed, ok, type Result } from '../contract/boundary/result.ts'
import { createSerialQueue } from '../node/serial-queue.ts'
import type { Sentence } from '../core/sentence/sentence.ts'

/** The letter network, open and warm. PendingRequests wait for one another. */
export interface LetterModel {
  /** `write` fills 32 × 42 × 3, as `windowOf` does. Answers the probabilities of A to Z and none in a new array. */
  run(write: (input: Float32Array) => void): Promise<Float32Array>
  close(): Promise<void>
}

const INPUT = 'frames'
const OUTPUT = 'probabilities'
const INPUT_SHAPE = [1, WINDOW_FRAMES, LETTER_POINTS / 3, 3] as const
const OUTPUT_VALUES = LETTERS.length + 1

/** Fails with words for people when the file is missing, is no network, or is another one. */
export async function openLetterModel(path: string): Promise<Result<LetterModel>> {
  const session = await openSession(path)
  if (!session.ok) return session
  const fault = shapeFault(session.value)
  if (fault !== undefined) {
    await session.value.release()
    return failed(say('The letter model is another one: {}.', fault), MEND)
  }
  const input = new Float32Array(WINDOW_FRAMES * LETTER_POINTS)
  const feeds = { [INPUT]: new Tensor('float32', input, INPUT_SHAPE) }
  const once = async (write: (into: Float32Array) => void): Promise<Float32Array> => {
    write(input)
    const { [OUTPUT]: answer } = await session.value.run(feeds)
    const values = answer?.data
    if (!(values instanceof Float32Array) || values.length !== OUTPUT_VALUES) {
      throw new Error(`it answers ${values?.length ?? 0} numbers, not ${OUTPUT_VALUES}`)
    }
    return values
  }
  const inTurn = createSerialQueue()
  const run: LetterModel['run'] = (write) => inTurn(() => once(write))
  try {
    await run(() => undefined)
  } catch (error) {
    await session.value.release()
    return failed(say('The letter model is another one: {}.', saidBy(error)), MEND)
  }
  return ok({ run, close: () => inTurn(() => session.value.release()) })
}

const MEND = say('Install Beckon again, or make the model anew: npm run train:letters')

async function openSession(path: string): Promise<Result<InferenceSession>> {
  try {
    return ok(
      await InferenceSession.create(path, {
        intraOpNumThreads: 1,
        interOpNumThreads: 1,
        executionMode: 'sequential',
        graphOptimizationLevel: 'all',
      }),
    )
  } catch (error) {
    return failed(say('The letter model {} cannot be opened: {}.', path, saidBy(error)), MEND)
  }
}

/** The first dimension is the batch: any number. */
function shapeFault(session: InferenceSession): Sentence | undefined {
  const input = session.inputMetadata.find(({ name }) => name === INPUT)
  const output = session.outputMetadata.find(({ name }) => name === OUTPUT)
  if (!input?.isTensor || !output?.isTensor) return say('it has no "{}" and "{}"', INPUT, OUTPUT)
  const rest = input.shape.slice(1).join(' × ')
  const expected = INPUT_SHAPE.slice(1).join(' × ')
  if (rest !== expected) return say('it takes {}, not {}', rest, expected)
  return undefined
}
