import { inEnglish } from '../../../src/core/sentence/sentence.ts'
import { beforeEach, expect, it } from 'vitest'
import {
  chooseDispatcher,
  type DispatcherChoice,
} from '../../../src/main/control/dispatcher-choice.ts'
import { outputStage, sendTo } from '../../support/output-stage.ts'

let system: ReturnType<typeof outputStage>
let dry: ReturnType<typeof outputStage>
let choice: DispatcherChoice
beforeEach(() => {
  system = outputStage()
  dry = outputStage()
  choice = chooseDispatcher({
    system: system.dispatcher,
    dry: dry.dispatcher,
    isDryRun: false,
  })
})

it('sends nothing while there is any reason', () => {
  choice.dryFor('demo', true)
  choice.dryFor('shadow', true)
  choice.dryFor('demo', false)
  expect(choice.current()).toBe(dry.dispatcher)
  choice.dryFor('shadow', false)
  expect(choice.current()).toBe(system.dispatcher)
})

it('sends nothing in a dry run, whatever the reasons', () => {
  choice = chooseDispatcher({ system: system.dispatcher, dry: dry.dispatcher, isDryRun: true })
  choice.dryFor('shadow', true)
  choice.dryFor('shadow', false)
  expect(choice.current()).toBe(dry.dispatcher)
})

it('tells of a change while the one before is still in force, and of nothing else', () => {
  const told: unknown[] = []
  choice.onChange((isDryRun) => told.push(isDryRun, choice.current() === system.dispatcher))
  choice.dryFor('shadow', true)
  choice.dryFor('demo', true)
  expect(told).toEqual([true, true])
})

it('tells what either has done, and what either could not do', async () => {
  const told: string[] = []
  const stop = choice.onDone(({ effect }) => told.push(effect.kind))
  choice.onProblem(({ message }) => told.push(inEnglish(message)))
  await sendTo(system.dispatcher, [{ kind: 'media', command: 'next' }])
  await sendTo(dry.dispatcher, [{ kind: 'volume.set', levelRatio: 0.5 }])
  dry.failWhen(() => true)
  await sendTo(dry.dispatcher, [{ kind: 'media', command: 'next' }])
  stop()
  await sendTo(system.dispatcher, [{ kind: 'media', command: 'next' }])
  expect(told).toEqual(['media', 'volume.set', expect.stringContaining('did not work')])
})
