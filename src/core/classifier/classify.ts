import { inEnglish } from '../sentence/sentence.ts'
import type { ClassifierEntry, ClassifierInput, Reading, RunningClassifier } from './classifier.ts'
import { resolveOptions, type OptionValue } from './options.ts'
import { classifiers } from './registry.ts'

/** A classifier at work, and what it remembers of the frames before. */
export interface ClassifierMemory {
  readonly entry: ClassifierEntry
  readonly running: RunningClassifier<unknown>
  readonly state: unknown
}

export interface Classified {
  readonly memories: readonly ClassifierMemory[]
  /** By the classifier's id. */
  readonly readings: ReadonlyMap<string, readonly Reading[]>
}

/**
 * The classifiers that have options here, in the order in which they are read, before their first frame. Throws where an option
 * does not exist: check the project first with `checkProject`.
 */
export function createClassifierMemories(
  options: Readonly<Record<string, Readonly<Record<string, OptionValue>>>>,
): readonly ClassifierMemory[] {
  return classifiers.flatMap((entry) => {
    const given = options[entry.id]
    if (given === undefined) return []
    const resolved = resolveOptions(entry.options, given)
    if (!resolved.ok) {
      const problems = resolved.problems.map(inEnglish).join('; ')
      throw new Error(
        `createClassifierMemories: expected a checked project, classifier ${entry.id}: ${problems}`,
      )
    }
    const running = entry.create(resolved.options)
    return [{ entry, running, state: running.initial }]
  })
}

/** What all of them say of one frame. */
export function classify(
  memories: readonly ClassifierMemory[],
  input: ClassifierInput,
): Classified {
  const readings = new Map<string, readonly Reading[]>()
  const next = memories.map((memory) => {
    const step = memory.running.step(memory.state, input)
    readings.set(memory.entry.id, step.readings)
    return { ...memory, state: step.state }
  })
  return { memories: next, readings }
}
