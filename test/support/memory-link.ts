import { createMainEndpoint } from '../../src/contract/boundary/main-endpoint.ts'
import { createRendererEndpoint } from '../../src/contract/boundary/renderer-endpoint.ts'
import type { FrameMessage } from '../../src/contract/frames/frame-message.ts'
import type { Transport } from '../../src/contract/boundary/transport.ts'
import { inEnglish } from '../../src/core/sentence/sentence.ts'

/** Two ends and a transport between them that carries a message only when the test says so. */
export function memoryLink() {
  const trouble: string[] = []
  const timers: (() => void)[] = []
  /** A page of this session; another session is a page that was loaded anew. */
  const page = (session: string) =>
    createRendererEndpoint({
      session,
      runAfter: (_ms, run) => {
        timers.push(run)
        return () => undefined
      },
      onTrouble: (message) => trouble.push(`page: ${inEnglish(message)}`),
    })
  const renderer = page('page-1')
  const main = createMainEndpoint({
    session: 'app',
    onTrouble: (message) => trouble.push(inEnglish(message)),
  })
  let transports = connectedTransports()
  return {
    renderer,
    page,
    main,
    trouble,
    timers,
    connect(to = renderer) {
      transports.cut()
      transports = connectedTransports()
      main.attach(transports.a)
      to.attach(transports.b)
    },
    cut: () => transports.cut(),
    /** Sends something to main that no end of ours would send. */
    forge: (message: unknown) => transports.b.send(message),
    carryOne: () => transports.carryOne(),
    carryAll: () => {
      while (transports.carryOne());
    },
    isOpen: () => transports.isOpen(),
  }
}

function connectedTransports() {
  const queue: (() => void)[] = []
  const closers: (() => void)[] = []
  let isOpen = true
  const cut = (): void => {
    if (!isOpen) return
    isOpen = false
    queue.length = 0
    closers.forEach((close) => close())
  }
  const heard = { a: [] as ((message: unknown) => void)[], b: [] as ((message: unknown) => void)[] }
  const transport = (own: 'a' | 'b', other: 'a' | 'b'): Transport => ({
    send(message) {
      const text = JSON.stringify(message)
      if (isOpen) queue.push(() => heard[other].forEach((listener) => listener(JSON.parse(text))))
    },
    onMessage: (listener) => {
      heard[own].push(listener)
      return () => (heard[own] = heard[own].filter((each) => each !== listener))
    },
    onClose: (listener) => {
      closers.push(listener)
      return () => undefined
    },
    close: cut,
  })
  return {
    a: transport('a', 'b'),
    b: transport('b', 'a'),
    cut,
    isOpen: () => isOpen,
    carryOne: () => {
      const carry = queue.shift()
      carry?.()
      return carry !== undefined
    },
  }
}

/** A frame of one hand. */
export function frameOf(sequence: number): FrameMessage {
  const numbers = Array.from({ length: 63 }, (_, at) => at / 63)
  return {
    sequence,
    atMs: sequence * 33,
    capturedAtMs: 1_700_000_000_000 + sequence,
    aspectRatio: 4 / 3,
    waitMs: 1,
    detectMs: 20,
    hands: [{ handedness: 'left', score: 0.9, landmarks: numbers, world: numbers }],
  }
}
