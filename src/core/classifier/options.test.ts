import { describe, expect, it } from 'vitest'
import { inEnglish } from '../sentence/sentence.ts'
import { resolveOptions } from './options.ts'
import type { OptionSpec } from './options.ts'

const SPECS: readonly OptionSpec[] = [
  { kind: 'number', name: 'size', default: 2, min: 1, max: 3, unit: 'palm widths' },
  { kind: 'boolean', name: 'isLoud', default: true },
  { kind: 'choice', name: 'shape', default: 'any', choices: ['any', 'open'] },
]

describe('options of a classifier', () => {
  it('are filled in with their defaults', () => {
    const result = resolveOptions(SPECS, { size: 3 })
    if (!result.ok) throw new Error(result.problems.map(inEnglish).join())
    const { options } = result
    expect([options.number('size'), options.boolean('isLoud'), options.choice('shape')]).toEqual([
      3,
      true,
      'any',
    ])
  })

  it('are refused with the option, what was expected and what came', () => {
    const result = resolveOptions(SPECS, { size: 9, isLoud: 'yes', shape: 'fist', colour: 1 })
    expect(result.ok ? [] : result.problems.map(inEnglish)).toEqual([
      'option "colour" is not known; known are "size", "isLoud", "shape"',
      'option "size" must be a number from 1 to 3 (palm widths), not 9',
      'option "isLoud" must be true or false, not "yes"',
      'option "shape" must be one of "any", "open", not "fist"',
    ])
  })

  it('do not let NaN pass for a number', () => {
    expect(resolveOptions(SPECS, { size: NaN }).ok).toBe(false)
  })

  it('throw when code asks for an option that there is not', () => {
    const result = resolveOptions(SPECS, {})
    if (!result.ok) throw new Error(result.problems.map(inEnglish).join())
    expect(() => result.options.number('shape')).toThrow('"shape"')
  })
})
