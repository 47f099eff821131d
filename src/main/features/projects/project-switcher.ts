import type { Switched } from '../../../contract/channels/project-channels.ts'
import { failed, ok, type Result } from '../../../contract/boundary/result.ts'
import { say } from '../../../contract/words/say.ts'
import { ruleFits, type ForegroundProgram } from '../../../core/project/foreground-rule.ts'
import type { Project } from '../../../core/project/project.ts'
import type { ProjectEffect } from '../../control/effect-path.ts'
import type { Sentence } from '../../../core/sentence/sentence.ts'

export type SwitchedBy = Switched['by']

export interface SwitcherParts {
  /** In the order in which people see them. */
  readonly projects: () => readonly Project[]
  /** The one in force. */
  readonly current: () => { readonly id: string; readonly name: string }
  /** Lets go of everything held, first. */
  readonly putInForce: (project: Project) => void
  /** `takeBack` undoes it; absent where somebody asked for it. */
  readonly onSwitched: (switched: Switched, takeBack: (() => void) | undefined) => void
  /** Chosen by hand: the one to start with next time. */
  readonly remember: (id: string) => void
}

/**
 * Brings projects into force, by hand or because of the program in front, and can go back.
 *
 * | happens                                   | in force then                                              |
 * |-------------------------------------------|------------------------------------------------------------|
 * | chosen by hand                            | that one; while this program stays in front, no rule acts  |
 * | a program that a rule fits comes in front | the rule's project                                         |
 * | one that no rule fits comes in front      | the one last chosen by hand                                |
 * | any, while a sticky one was chosen        | the sticky one                                             |
 * | taken back                                | the one before; that program no longer leads to that project |
 *
 * Taking back what a program brought is no choice: the next program's rules act, and the next start begins as it would have.
 */
export class ProjectSwitcher {
  readonly #parts: SwitcherParts
  /** Program and project that people did not want together; for this run. */
  readonly #refused = new Set<string>()
  #chosen: string
  #front: ForegroundProgram | undefined
  /** The program in front of which a choice was made by hand. */
  #chosenBefore: string | undefined
  #last: Switched | undefined
  #followsPrograms = false

  constructor(parts: SwitcherParts) {
    this.#parts = parts
    this.#chosen = parts.current().id
  }

  choose(id: string, by: SwitchedBy): Result<void> {
    const project = this.#find(id)
    if (project === undefined) return failed(say('There is no project "{}".', id))
    this.#chosen = id
    this.#chosenBefore = this.#front?.program
    this.#parts.remember(id)
    this.#switchTo(project, by)
    return ok(undefined)
  }

  /** Round the list. */
  step(step: 'next' | 'previous', by: SwitchedBy): void {
    const projects = this.#parts.projects()
    const at = projects.findIndex(({ id }) => id === this.#parts.current().id)
    const next = projects.at((at + (step === 'next' ? 1 : -1)) % projects.length)
    if (next !== undefined) this.choose(next.id, by)
  }

  /** What a gesture does to the project in force; a project that is not there is no reason to stop. */
  followEffect(effect: ProjectEffect): void {
    if (effect.kind === 'project.step') this.step(effect.step, 'gesture')
    else this.choose(effect.project, 'gesture')
  }

  undo(): Result<void> {
    const last = this.#last
    if (last === undefined) return failed(say('There was no switch to take back.'))
    if (last.by !== 'program') return this.choose(last.from.id, 'undo')
    const before = this.#find(last.from.id)
    if (before === undefined) return failed(say('There is no project "{}".', last.from.id))
    if (this.#front !== undefined) this.#refused.add(refusedKey(this.#front, last.to.id))
    this.#chosenBefore = this.#front?.program
    this.#switchTo(before, 'undo')
    return ok(undefined)
  }

  /** Whether programs in front bring projects into force from now on. */
  followPrograms(isOn: boolean): void {
    this.#followsPrograms = isOn
  }

  /** Another program, or another title of it, is in front; undefined when none is. */
  programInFront(program: ForegroundProgram | undefined): void {
    this.#front = program
    if (program === undefined || !this.#followsPrograms) return
    if (program.program === this.#chosenBefore) return
    this.#chosenBefore = undefined
    const chosen = this.#find(this.#chosen)
    if (chosen?.switching.isSticky === true) return
    const fitting = this.#parts.projects().find((project) => this.#isFor(project, program))
    const next = fitting ?? chosen
    const why = fitting === undefined ? undefined : say('{} is in front', program.program)
    if (next !== undefined) this.#switchTo(next, 'program', why)
  }

  #isFor({ id, switching }: Project, program: ForegroundProgram): boolean {
    return (
      !this.#refused.has(refusedKey(program, id)) &&
      switching.rules.some((rule) => ruleFits(rule, program))
    )
  }

  #find(id: string): Project | undefined {
    return this.#parts.projects().find((project) => project.id === id)
  }

  #switchTo(project: Project, by: SwitchedBy, why?: Sentence): void {
    const { id, name } = this.#parts.current()
    if (id === project.id) return
    this.#parts.putInForce(project)
    const to = { id: project.id, name: project.name }
    this.#last = { to, from: { id, name }, by, ...(why === undefined ? {} : { why }) }
    this.#parts.onSwitched(this.#last, by === 'program' ? () => void this.undo() : undefined)
  }
}

const refusedKey = ({ program }: ForegroundProgram, id: string): string => `${program}\n${id}`
