import { expect, test } from 'vitest'
import type { FrameOutcome } from './frame-reader.ts'
import type { ClientMessage } from './letter-protocol.ts'
import { LetterSession } from './letter-session.ts'

const NO_PICTURE = { kind: 'landmarks', points: new Float32Array(126) } as const
const frame = (newLetter?: 'B'): ClientMessage => ({
  frame: NO_PICTURE,
  newLetter,
  isFull: undefined,
  sequence: undefined,
})

/** A client whose frames are read when the test says so. */
function stage() {
  const inWork: { readonly done: () => void; readonly isCancelled: () => boolean }[] = []
  const outcomes: string[] = []
  const said: unknown[] = []
  const client = new LetterSession({
    reader: {
      read: (_frame, isCancelled) =>
        new Promise<FrameOutcome>((resolve) => {
          const probabilities = new Float32Array(27).fill(1 / 27)
          const done = (): void => resolve({ kind: 'letters', probabilities, signed: undefined })
          inWork.push({ done, isCancelled })
        }),
      reset: () => undefined,
      close: () => undefined,
    },
    nowMs: () => 0,
    send: (answer) => said.push(answer),
    sendText: (text) => said.push(text),
    count: (outcome) => outcomes.push(outcome),
  })
  return { client, inWork, outcomes, said }
}

test('a client that is to end answers what is in work and takes nothing more', async () => {
  const { client, inWork, outcomes, said } = stage()
  client.receive(frame())
  client.receive(frame())
  const ended = client.finish()
  client.receive(frame())
  inWork[0]!.done()
  await ended
  expect(inWork).toHaveLength(1)
  expect(outcomes).toEqual(['dropped', 'answered'])
  expect(said).toHaveLength(1)
})

test('what is in work for a client that has left is called off', async () => {
  const { client, inWork, outcomes, said } = stage()
  client.receive(frame())
  expect(inWork[0]!.isCancelled()).toBe(false)
  client.close()
  expect(inWork[0]!.isCancelled()).toBe(true)
  inWork[0]!.done()
  await client.finish()
  expect(outcomes).toEqual(['cancelled'])
  expect(said).toEqual([])
})
