import { knownKeys } from '../../src/main/system/output/input/key-names.ts'
import type { Sinks } from '../../src/main/system/output/sinks/sink-registry.ts'
import type { HeldOnX } from '../../test/support/held-on-x.ts'
import { TEXTS, type Keyboard } from './layout-list.ts'
import type { TextField } from './text-field.ts'

export interface Tried {
  readonly keys: number
  readonly keysRefused: number
  readonly textsWrong: number
  /** Where something stayed down. */
  readonly stuck: number
  readonly deadAfterRefusal: number
  readonly copies: boolean
  readonly slowestTextMs: number
  /** What was wrong, in words. */
  readonly faults: readonly string[]
}

export interface Stage {
  readonly sinks: Sinks
  readonly field: TextField
  readonly held: HeldOnX
  /** Gives the keys to the browser's window, or to one that takes them and does nothing. */
  readonly giveKeysTo: (window: 'field' | 'nobody') => Promise<void>
}

/** Everything that a project may do on this keyboard, on a real X server. */
export async function tryKeyboard(keyboard: Keyboard, stage: Stage): Promise<Tried> {
  const faults: string[] = []
  await stage.giveKeysTo('field')
  const texts = await typeTexts(stage, faults)
  const copies = await pressCopy(stage, faults)
  await stage.giveKeysTo('nobody')
  const keys = await pressKeys(stage, faults)
  const refusal = await refuseInDrag(keyboard, stage, faults)
  return { ...texts, copies, ...keys, ...refusal, stuck: keys.stuck + refusal.stuck, faults }
}

async function typeTexts({ sinks, field }: Stage, faults: string[]) {
  let textsWrong = 0
  let slowestTextMs = 0
  for (const text of TEXTS) {
    await field.begin()
    const startedAtMs = performance.now()
    const refused = await refusalOf(() => sinks.keyboard.type(text))
    slowestTextMs = Math.max(slowestTextMs, Math.round(performance.now() - startedAtMs))
    const got = await field.read(text)
    if (got === text && refused === undefined) continue
    textsWrong += 1
    faults.push(`typed ${JSON.stringify(got)} for ${JSON.stringify(text)} ${refused ?? ''}`)
  }
  return { textsWrong, slowestTextMs }
}

async function pressCopy({ sinks, field }: Stage, faults: string[]): Promise<boolean> {
  await field.begin()
  await sinks.keyboard.type('c')
  await field.read('c')
  await refusalOf(() => sinks.keyboard.chord(['control', 'a']))
  const refused = await refusalOf(() => sinks.keyboard.chord(['control', 'c']))
  await sinks.keyboard.type('copied')
  const text = await field.read('copied')
  const isRight = (await field.copies()) === 1 && text === 'copied'
  if (!isRight) faults.push(`control+a, control+c copied nothing: ${text} ${refused ?? ''}`)
  return isRight
}

async function pressKeys({ sinks, held }: Stage, faults: string[]) {
  let keysRefused = 0
  let stuck = 0
  for (const key of knownKeys) {
    const refused = await refusalOf(() => sinks.keyboard.chord([key]))
    if (refused !== undefined) keysRefused += 1
    if (refused !== undefined && !isInWords(refused)) faults.push(`${key}: ${refused}`)
    const down = await held.read()
    if (down.length === 0) continue
    stuck += 1
    faults.push(`${key} left down: ${down.join()}`)
  }
  return { keys: knownKeys.size - keysRefused, keysRefused, stuck }
}

async function refuseInDrag(keyboard: Keyboard, { sinks, held }: Stage, faults: string[]) {
  const { refused: chord } = keyboard
  if (chord === undefined) return { deadAfterRefusal: 0, stuck: 0 }
  await sinks.pointer.press('left', { x: 100, y: 100 })
  const refused = await refusalOf(() => sinks.keyboard.chord(chord))
  const inDrag = await held.read()
  const moved = await refusalOf(() => sinks.pointer.move({ x: 300, y: 200 }))
  const at = await sinks.pointer.position()
  await refusalOf(() => sinks.pointer.release('left'))
  const after = await held.read()
  const isAlive = moved === undefined && at.x === 300 && inDrag.join() === 'button 1'
  if (refused === undefined || !isInWords(refused)) faults.push(`${chord.join('+')}: not refused`)
  if (!isAlive) faults.push(`dead after ${chord.join('+')}: ${moved ?? inDrag.join()}`)
  if (after.length > 0) faults.push(`left down after the drag: ${after.join()}`)
  return { deadAfterRefusal: isAlive ? 0 : 1, stuck: after.length > 0 ? 1 : 0 }
}

const isInWords = (refusal: string): boolean => refusal.includes('does not have that key')

async function refusalOf(act: () => Promise<void> | void): Promise<string | undefined> {
  try {
    await act()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
