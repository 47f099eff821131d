import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanName, freeId, freeName } from './project-name.ts'

describe('a name', () => {
  it.each([
    ['  My   desk ', 'My desk'],
    ['a/b\\c', 'a/b\\c'],
    ['👋🏽 wave', '👋🏽 wave'],
    ['two\nlines\u0000', 'two lines'],
  ])('%j is shown as %j', (typed, shown) => {
    expect(cleanName(typed)).toEqual({ ok: true, value: shown })
  })

  it.each(['', '   ', '\n', 'x'.repeat(300)])('%j is refused in words', (typed) => {
    expect(cleanName(typed)).toMatchObject({ ok: false, problem: { message: /./ } })
  })

  it('that is taken gets the first free number', () => {
    expect(freeName('Desktop', ['desktop', 'Desktop 2'])).toBe('Desktop 3')
    expect(freeName('Desktop 2', ['Desktop 2'])).toBe('Desktop 3')
    expect(freeName('New', ['Desktop'])).toBe('New')
    expect(freeName('x'.repeat(100), ['x'.repeat(100)])).toBe(`${'x'.repeat(98)} 2`)
  })
})

describe('an id', () => {
  it.each([
    ['Video call', 'video-call'],
    ['../../etc/passwd', 'etc-passwd'],
    ['Überblick', 'uberblick'],
    ['👋', 'project'],
    ['CON', 'project-con'],
  ])('of %j is %j', (name, id) => {
    expect(freeId(name, new Set())).toBe(id)
  })

  it('is always a free file name of the form that project files must have', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (name, more) => {
        const taken = new Set(more)
        for (let round = 0; round < 3; round += 1) {
          const id = freeId(name, taken)
          expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
          expect(id.length).toBeLessThanOrEqual(64)
          expect(taken.has(id)).toBe(false)
          taken.add(id)
        }
      }),
    )
  })
})
