import { setTimeout } from 'node:timers/promises'
import { sendToRunning } from '../../src/main/features/command-line/command-client.ts'
import type { ControlCommand } from '../../src/main/features/command-line/command.ts'

const PROJECTS = ['Media', 'Desktop', 'Presentation', 'Drawing', 'Reading', 'Browser']
const RESUMED_MS = 12_000
const SWITCH_EVERY_MS = 4000
const SWITCHES = 10

export interface AppLoad {
  readonly pauses: number
  readonly switches: number
  /** Commands that the app did not carry out. */
  readonly failures: number
}

/** Some seconds of tracking, then a pause in which projects are gone through, and again, until it is called off. */
export function loadApp(home: string): () => Promise<AppLoad> {
  const counts = { pauses: 0, switches: 0, failures: 0 }
  let isOver = false
  const tell = async (command: ControlCommand): Promise<void> => {
    const told = await sendToRunning(home, command)
    if (told.kind !== 'answered' || !told.answer.isDone) counts.failures += 1
  }
  const run = async (): Promise<void> => {
    while (!isOver) {
      await tell({ kind: 'resume' })
      await setTimeout(RESUMED_MS)
      await tell({ kind: 'pause' })
      counts.pauses += 1
      for (let turn = 0; turn < SWITCHES && !isOver; turn += 1) {
        await tell({ kind: 'switch', project: PROJECTS[turn % PROJECTS.length] ?? '' })
        counts.switches += 1
        await setTimeout(SWITCH_EVERY_MS)
      }
    }
  }
  const running = run()
  return async () => {
    isOver = true
    await running
    return counts
  }
}
