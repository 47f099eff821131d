import type { PipelineState, PipelineStep } from './pipeline-state.ts'
import { verdictsOfRefused, verdictsOf } from '../project/binding-verdicts.ts'
import type { Binding } from '../project/project.ts'

/** The step of one frame with what the project's bindings made of it, where somebody asks for that. */
export function withVerdicts(before: PipelineState, step: PipelineStep): PipelineStep {
  if (!before.isExplained) return step
  const { state, output } = step
  const { gestures, effects } = output
  const inForce = state.engine.bindings
  const off = state.project.bindings.filter((binding) => !inForce.includes(binding))
  const isHeard = before.engagement.mode === 'engaged' && state.engagement.mode === 'engaged'
  const decided = isHeard
    ? verdictsOf(before.engine, state.engine, gestures, effects, state.atMs ?? 0)
    : verdictsOfRefused(inForce, gestures, 'not-engaged')
  const [withheld, switchedOff] = [off.filter(isWithheld), off.filter((one) => !isWithheld(one))]
  const verdicts = [
    ...verdictsOfRefused(withheld, gestures, 'withheld'),
    ...verdictsOfRefused(switchedOff, gestures, 'switched-off'),
    ...decided,
  ]
  return { state, output: { ...output, verdicts } }
}

const isWithheld = (binding: Binding): boolean => binding.isWithheld === true
