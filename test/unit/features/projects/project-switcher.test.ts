import { beforeEach, describe, expect, it } from 'vitest'
import type { Switched } from '../../../../src/contract/channels/project-channels.ts'
import type { Project } from '../../../../src/core/project/project.ts'
import { shippedProject } from '../../../support/hand/stage.ts'
import { ProjectSwitcher } from '../../../../src/main/features/projects/project-switcher.ts'

const base = shippedProject('desktop')
const project = (id: string, switching: Partial<Project['switching']> = {}): Project => ({
  ...base,
  id,
  name: id.toUpperCase(),
  switching: { rules: [], isSticky: false, ...switching },
})

let projects: readonly Project[]
let current: { id: string; name: string }
let told: Switched[]
let remembered: string[]
let takeBack: (() => void) | undefined
let switcher: ProjectSwitcher

beforeEach(() => {
  projects = [
    project('desk'),
    project('web', { rules: [{ program: 'firefox' }] }),
    project('film', { rules: [{ program: 'firefox', title: 'youtube' }, { program: 'vlc' }] }),
    project('access', { isSticky: true }),
  ]
  current = { id: 'desk', name: 'DESK' }
  told = []
  remembered = []
  takeBack = undefined
  switcher = new ProjectSwitcher({
    projects: () => projects,
    current: () => current,
    putInForce: ({ id, name }) => (current = { id, name }),
    onSwitched: (switched, back) => {
      told.push(switched)
      takeBack = back
    },
    remember: (id) => remembered.push(id),
  })
  switcher.followPrograms(true)
})

const front = (program: string, title = ''): string => {
  switcher.programInFront({ program, title })
  return current.id
}

describe('the program in front', () => {
  it('brings the first project with a rule that fits, and the chosen one when none fits', () => {
    expect(front('Firefox', 'News')).toBe('web')
    expect(front('VLC')).toBe('film')
    expect(front('xterm')).toBe('desk')
    expect(told.map(({ by, why }) => [by, why])).toEqual([
      ['program', 'Firefox is in front'],
      ['program', 'VLC is in front'],
      ['program', undefined],
    ])
    expect(remembered).toEqual([])
  })

  it('is followed by its title, too', () => {
    projects = projects.toReversed()
    expect(front('firefox', 'News')).toBe('web')
    expect(front('firefox', 'Cats - YouTube')).toBe('film')
    expect(front('firefox', 'News')).toBe('web')
  })

  it('does nothing when people do not want that, nor when none is in front', () => {
    switcher.programInFront(undefined)
    switcher.followPrograms(false)
    expect(front('firefox')).toBe('desk')
    expect(told).toEqual([])
  })

  it('never takes people out of a project that is sticky', () => {
    switcher.choose('access', 'tray')
    expect(front('firefox')).toBe('access')
    expect(front('vlc')).toBe('access')
  })
})

describe('a choice by hand', () => {
  it('is remembered, and holds while the same program stays in front', () => {
    front('firefox')
    expect(switcher.choose('desk', 'window')).toEqual({ ok: true, value: undefined })
    expect(front('firefox', 'another title')).toBe('desk')
    expect(front('vlc')).toBe('film')
    expect(front('xterm')).toBe('desk')
    expect(front('firefox')).toBe('web')
    expect(remembered).toEqual(['desk'])
  })

  it('goes round the list, in both directions', () => {
    for (const id of ['web', 'film', 'access', 'desk']) {
      switcher.step('next', 'hotkey')
      expect(current.id).toBe(id)
    }
    switcher.step('previous', 'gesture')
    expect(current.id).toBe('access')
  })

  it('of a project that is not there is refused by name', () => {
    expect(switcher.choose('gone', 'command')).toMatchObject({ ok: false })
    switcher.followEffect({ kind: 'project.switch', project: 'gone' })
    expect(told).toEqual([])
  })

  it('of the project in force is no switch', () => {
    switcher.choose('desk', 'window')
    expect(told).toEqual([])
  })
})

describe('taking a switch back', () => {
  it('goes back, and forth again', () => {
    switcher.choose('web', 'window')
    switcher.undo()
    expect(current.id).toBe('desk')
    switcher.undo()
    expect(current.id).toBe('web')
  })

  it('of a program leads there no more, from wherever it comes in front again', () => {
    front('firefox')
    switcher.undo()
    expect(current.id).toBe('desk')
    front('xterm')
    expect(front('firefox')).toBe('desk')
    expect(front('vlc')).toBe('film')
  })

  it('is no choice: neither the next start nor the next program hears of it', () => {
    front('firefox')
    switcher.undo()
    expect(remembered).toEqual([])
    expect(front('vlc')).toBe('film')
    expect(front('xterm')).toBe('desk')
  })

  it('is offered with a project that came by itself, and with no other', () => {
    switcher.choose('web', 'hotkey')
    expect(takeBack).toBeUndefined()
    front('vlc')
    takeBack?.()
    expect(current.id).toBe('web')
    expect(takeBack).toBeUndefined()
  })

  it('is refused when there was none', () => {
    expect(switcher.undo()).toMatchObject({ ok: false })
  })
})
