import { describe, expect, it } from 'vitest'
import type { Action } from '../action/action.ts'
import type { Binding, Project } from './project.ts'
import { effectiveProject } from './effective-project.ts'
import { bindingsInForce } from './project.ts'
import { restrictedParts, withheldProject } from './restricted-parts.ts'

const binding = (action: Action, gesture = 'pinch.index'): Binding => ({
  gesture: gesture as Binding['gesture'],
  hand: 'either',
  trigger: { mode: 'once', dwellMs: 0, repeatMs: 0, minScore: 0, phase: 'began' },
  companions: [],
  action,
})
const project = (bindings: readonly Binding[], rules: Project['switching']['rules'] = []) =>
  ({
    ...{ version: 1, id: 'mine', name: 'Mine', about: '', classifiers: {}, bindings },
    ...{ pointer: { clickSource: 'gesture' }, clicksEnabled: true, gesturesEnabled: true },
    switching: { rules, isSticky: false },
  }) as unknown as Project
const whyOf = (...actions: readonly Action[]): unknown[] =>
  restrictedParts(project(actions.map((action, index) => binding(action, `pose.${index}`)))).map(
    (part) => (part.kind === 'binding' ? part.why : part.kind),
  )
const axis = (target: Extract<Action, { kind: 'axis' }>['target']): Action => ({
  ...{ kind: 'axis', source: 'roll', from: -60, to: 60, deadZone: 0.05, mode: 'rate' },
  target,
})

describe('restricted parts', () => {
  it.each<[string, Action]>([
    ['launch', { kind: 'launch', target: '/bin/sh', args: ['-c', 'date'] }],
    ['launch', { kind: 'launch', target: 'https://example.org', args: [] }],
    ['enter', { kind: 'key.text', text: 'rm -rf ~\n' }],
    ['enter', { kind: 'key.text', text: 'a\r' }],
    ['enter', { kind: 'key.text', text: 'a\u2028' }],
    ['enter', { kind: 'key.text', text: 'a\u0085' }],
    ['control', { kind: 'key.text', text: '\u0003' }],
    ['control', { kind: 'key.text', text: 'a\tb' }],
    ['long', { kind: 'key.text', text: 'x'.repeat(101) }],
    ['enter', { kind: 'key.chord', keys: ['enter'] }],
    ['enter', { kind: 'key.chord', keys: ['right-control', 'm'] }],
    ['enter', { kind: 'key.hold', keys: ['shift', 'enter'] }],
    ['enter', { kind: 'key.hold', keys: ['control'] }],
    ['axis', axis({ kind: 'key', up: ['up'], down: ['down'], steps: 5 })],
  ])('are %s: %j', (why, action) => {
    expect(whyOf(action)).toEqual([why])
  })

  it.each<Action>([
    { kind: 'pointer.button', button: 'left' },
    { kind: 'key.text', text: 'Dear all, 👋' },
    { kind: 'key.chord', keys: ['ctrl', 'c'] },
    { kind: 'key.hold', keys: ['shift'] },
    { kind: 'volume.step', stepRatio: 0.1 },
    { kind: 'project.switch', project: 'desktop' },
    axis({ kind: 'volume' }),
  ])('are not pointing, clicking and plain keys: %j', (action) => {
    expect(whyOf(action)).toEqual([])
  })

  it('are the keys of a gesture that types a command step by step', () => {
    const steps = [...'sh'].map((text): Action => ({ kind: 'key.text', text }))
    const chords = ['tab', 'space'].map((key): Action => ({ kind: 'key.chord', keys: [key] }))
    const macro = [...steps, ...chords].map((action) => binding(action))
    expect(restrictedParts(project(macro))).toHaveLength(4)
    expect(restrictedParts(project(macro.slice(1)))).toEqual([])
  })

  it('are the rules by which it comes into force by itself', () => {
    expect(restrictedParts(project([], [{ title: 'e' }]))).toEqual([
      { kind: 'rule', rule: { title: 'e' } },
    ])
  })
})

describe('a project of which nobody has allowed them', () => {
  const click = binding({ kind: 'pointer.click', button: 'left', count: 1 })
  const launch = binding({ kind: 'launch', target: 'xterm', args: [] }, 'pose.fist')
  const given = project([click, launch], [{ title: 'e' }])

  it('does the rest, and nothing of these', () => {
    const withheld = effectiveProject(given, { isWithheld: true })
    expect(bindingsInForce(withheld)).toEqual([click])
    expect(withheld.bindings).toEqual([click, { ...launch, isWithheld: true }])
    expect(withheld.switching.rules).toEqual([])
    expect(withheldProject(withheld)).toEqual(withheld)
  })

  it('is the same project where nothing is restricted', () => {
    const plain = project([click])
    expect(withheldProject(plain)).toBe(plain)
    expect(effectiveProject(given, {})).toBe(given)
  })
})
