import { actionWords } from '../../contract/words/act-words.ts'
import type { Decision } from '../../contract/recording-channels.ts'
import { causeWords, effectWords } from '../../contract/words/act-words.ts'
import { classifierById } from '../../core/classifier/registry.ts'
import type { GestureEvent } from '../../core/gesture/gesture-event.ts'
import type { Binding, Project } from '../../core/project/project.ts'
import type { PipelineEvent } from './pipeline-events.ts'
import { RecordingTime } from './recording-time.ts'
import type { Replayed } from './replay.ts'

export interface Decided {
  readonly decisions: readonly Decision[]
  readonly durationMs: number
}

/** Everything that was decided in a recording, in order: what was seen, by which thresholds, what the rules made of it. */
export function decisionsOf({ settings, steps }: Replayed): Decided {
  let { project } = settings
  let hands = 0
  const time = new RecordingTime()
  const decisions: Decision[] = [
    { kind: 'project', atMs: 0, name: project.name },
    { kind: 'mode', atMs: 0, mode: settings.mode },
  ]
  for (const { call, events } of steps) {
    if (call.call === 'step') {
      time.frame(call.frame.atMs)
      const count = call.frame.hands.length
      if (count !== hands) decisions.push({ kind: 'hands', atMs: time.nowMs, count })
      hands = count
    } else if ('atMs' in call) time.call(call.atMs)
    if (call.call === 'setProject') {
      project = call.project
      decisions.push({ kind: 'project', atMs: time.nowMs, name: project.name })
    }
    decisions.push(...events.flatMap((event) => decisionOf(event, project, time)))
  }
  return { decisions, durationMs: time.nowMs }
}

function decisionOf(event: PipelineEvent, project: Project, time: RecordingTime): Decision[] {
  switch (event.kind) {
    case 'state': {
      const { mode, hint } = event
      const facts = { kind: 'mode' as const, atMs: time.nowMs, mode }
      return [hint === undefined ? facts : { ...facts, hint }]
    }
    case 'effect':
      if (event.effect.kind === 'pointer.move') return []
      return [
        {
          kind: 'action',
          atMs: time.since(event.atMs),
          text: effectWords(event.effect),
          cause: causeWords(event.cause),
        },
      ]
    case 'gesture':
      return gestureDecision({ ...event, atMs: time.since(event.atMs) }, project)
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
