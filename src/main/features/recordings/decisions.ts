import type { Decision } from '../../../contract/channels/recording-channels.ts'
import { FITS_HAND } from '../../../core/classifier/pinch.ts'
import { shownEffect } from '../../../contract/channels/shown-act.ts'
import { classifierById } from '../../../core/classifier/registry.ts'
import type { GestureEvent } from '../../../core/gesture/gesture-event.ts'
import type { BindingVerdict } from '../../../core/project/binding-verdicts.ts'
import { isBoundTo } from '../../../core/project/conditions.ts'
import { effectiveProject } from '../../../core/project/effective-project.ts'
import type { Project } from '../../../core/project/project.ts'
import { createActingRules, type ActingRules } from './acting-rules.ts'
import type { PipelineEvent } from './pipeline-events.ts'
import { RecordingTime } from './recording-time.ts'
import type { Replayed } from './replay.ts'
import { shownRule } from './shown-rule.ts'

export interface Decided {
  readonly decisions: readonly Decision[]
  readonly durationMs: number
}

/** Everything that was decided in a recording, in order: what was seen, by which thresholds, what the rules made of it. */
export function decisionsOf({ settings, steps }: Replayed): Decided {
  let { project, calibrations } = settings
  let hands = 0
  const time = new RecordingTime()
  const acting = createActingRules()
  const decisions: Decision[] = [
    { kind: 'project', atMs: 0, name: project.name },
    { kind: 'mode', atMs: 0, mode: settings.mode },
  ]
  for (const { call, events, verdicts } of steps) {
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
    if (call.call === 'setCalibrations') calibrations = call.calibrations
    acting.addVerdicts(verdicts)
    const effective = effectiveProject(project, { calibrations })
    const [gestures, others] = [
      events.filter(isGestureEvent),
      events.filter((one) => !isGestureEvent(one)),
    ]
    decisions.push(
      ...gestures.flatMap((event) => gestureDecision(event, effective, time)),
      ...verdicts.map((verdict) => verdictDecision(verdict, time)),
      ...others.flatMap((event) => decisionOf(event, acting, time)),
    )
  }
  return { decisions, durationMs: time.nowMs }
}

const isGestureEvent = (event: PipelineEvent): event is PipelineEvent & { kind: 'gesture' } =>
  event.kind === 'gesture'

function decisionOf(event: PipelineEvent, acting: ActingRules, time: RecordingTime): Decision[] {
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
          effect: shownEffect(event.effect),
          cause: event.cause,
          rules: acting.of(event.cause),
        },
      ]
    case 'gesture':
      return []
  }
}

/** `project` as it acted. */
function gestureDecision(event: GestureEvent, project: Project, time: RecordingTime): Decision[] {
  const { gesture, hand, phase, score, heldMs, reason } = event
  if (phase === 'changed') return []
  const rules = project.bindings
    .filter((binding) => binding.gesture === gesture && isBoundTo(binding.hand, hand))
    .map(shownRule)
  const atMs = time.since(event.atMs)
  const facts = { kind: 'gesture' as const, atMs, gesture, hand, phase, score, heldMs, rules }
  const thresholds = thresholdsOf(gesture, project)
  return [reason === undefined ? { ...facts, thresholds } : { ...facts, reason, thresholds }]
}

function verdictDecision(verdict: BindingVerdict, time: RecordingTime): Decision {
  const { binding, hand, outcome, score, heldMs } = verdict
  const rule = shownRule(binding)
  const atMs = time.since(verdict.atMs)
  return { kind: 'verdict', atMs, gesture: binding.gesture, hand, rule, outcome, score, heldMs }
}

function thresholdsOf(
  gesture: string,
  project: Project,
): Extract<Decision, { kind: 'gesture' }>['thresholds'] {
  const [id = ''] = gesture.split('.')
  const given = project.classifiers[id]
  // Where limits come from is no limit.
  const options = (classifierById(id)?.options ?? []).filter(({ name }) => name !== FITS_HAND)
  return options.map((option) => ({
    option: option.name,
    value: given?.[option.name] ?? option.default,
    ...(option.kind === 'number' && { unit: option.unit }),
  }))
}
