import { actionWords } from '../../contract/words/act-words.ts'
import type { Decision } from '../../contract/recording-channels.ts'
import { causeWords, effectWords } from '../../contract/words/act-words.ts'
import { classifierById } from '../../core/classifier/registry.ts'
import type { GestureEvent } from '../../core/gesture/gesture-event.ts'
import type { Binding, Project } from '../../core/project/project.ts'
import type { PipelineEvent } from './pipeline-events.ts'
import type { Replayed } from './replay.ts'

/** Everything that was decided in a recording, in order: what was seen, by which thresholds, what the rules made of it. */
export function decisionsOf({ header, steps }: Replayed): Decision[] {
  let { project } = header.settings
  let atMs = 0
  let hands = 0
  const decisions: Decision[] = []
  for (const { call, events } of steps) {
    if (call.call === 'step') {
      atMs = call.frame.atMs
      const count = call.frame.hands.length
      if (count !== hands) decisions.push({ kind: 'hands', atMs, count })
      hands = count
    } else if ('atMs' in call) atMs = call.atMs
    if (call.call === 'setProject') {
      project = call.project
      decisions.push({ kind: 'project', atMs, name: project.name })
    }
    decisions.push(...events.flatMap((event) => decisionOf(event, project, atMs)))
  }
  return decisions
}

function decisionOf(event: PipelineEvent, project: Project, atMs: number): Decision[] {
  switch (event.kind) {
    case 'state': {
      const { mode, hint } = event
      return [
        hint === undefined ? { kind: 'mode', atMs, mode } : { kind: 'mode', atMs, mode, hint },
      ]
    }
    case 'effect':
      if (event.effect.kind === 'pointer.move') return []
      return [
        {
          kind: 'action',
          atMs: event.atMs,
          text: effectWords(event.effect),
          cause: causeWords(event.cause),
        },
      ]
    case 'gesture':
      return gestureDecision(event, project)
  }
}

function gestureDecision(event: GestureEvent, project: Project): Decision[] {
  const { gesture, hand, phase, atMs, score, heldMs, reason } = event
  if (phase === 'changed') return []
  const rules = project.bindings
    .filter((binding) => binding.gesture === gesture && isForHand(binding, hand))
    .map(ruleWords)
  const facts = { kind: 'gesture' as const, atMs, gesture, hand, phase, score, heldMs, rules }
  const thresholds = thresholdsOf(gesture, project)
  return [reason === undefined ? { ...facts, thresholds } : { ...facts, reason, thresholds }]
}

const isForHand = (binding: Binding, hand: string): boolean =>
  binding.hand === 'either' || binding.hand === hand

function ruleWords({ trigger, action }: Binding): string {
  const after = trigger.dwellMs > 0 ? `, after ${trigger.dwellMs} ms` : ''
  return `${actionWords(action)} (${trigger.mode}${after})`
}

function thresholdsOf(
  gesture: string,
  project: Project,
): Extract<Decision, { kind: 'gesture' }>['thresholds'] {
  const [id = ''] = gesture.split('.')
  const given = project.classifiers[id]
  return (classifierById(id)?.options ?? []).map((option) => ({
    title: option.title,
    value: given?.[option.name] ?? option.default,
    unit: option.kind === 'number' ? option.unit : '',
  }))
}
