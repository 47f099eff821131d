import { describe, expect, it } from 'vitest'
import { frameOf, memoryLink } from '../../support/memory-link.ts'

describe('what breaks the contract', () => {
  const greeting = { kind: 'hello', session: 'forger', received: 0 }
  const message = (channel: string, payload: unknown) => ({
    kind: 'reliable',
    sequence: 1,
    body: { kind: 'message', channel, payload },
  })
  it.each<[string, unknown[]]>([
    ['a message before the greeting', [{ kind: 'received', sequence: 1 }]],
    ['a second greeting', [greeting, greeting]],
    ['no object', [greeting, 'hello']],
    ['an unknown kind', [greeting, { kind: 'eval' }]],
    ['a wrong direction', [greeting, message('state', {})]],
    ['an unknown channel', [greeting, message('constructor', {})]],
    ['a wrong shape', [greeting, message('camera', { kind: 'live' })]],
    ['an extra field', [greeting, message('camera', { kind: 'closed', more: 1 })]],
    ['a wrong lane', [greeting, message('frame', frameOf(1))]],
    [
      'a frame that is not numbers',
      [
        greeting,
        { kind: 'latest', channel: 'frame', sequence: 1, payload: { ...frameOf(1), atMs: null } },
      ],
    ],
    ['an edge out of order', [greeting, { ...message('cameras', []), sequence: 2 }]],
    [
      'an unknown question',
      [
        greeting,
        {
          kind: 'reliable',
          sequence: 1,
          body: { kind: 'ask', id: 1, name: 'toString', payload: {} },
        },
      ],
    ],
    [
      'a question of the wrong shape',
      [
        greeting,
        {
          kind: 'reliable',
          sequence: 1,
          body: { kind: 'ask', id: 1, name: 'setMode', payload: { mode: 'root' } },
        },
      ],
    ],
  ])('ends the wire: %s', (_name, messages) => {
    const { main, connect, carryAll, forge, isOpen, trouble, renderer } = memoryLink()
    const heard: unknown[] = []
    main.on('camera', (camera) => heard.push(camera))
    main.on('frame', (frame) => heard.push(frame))
    connect(silentPage())
    messages.forEach(forge)
    carryAll()
    expect({ isOpen: isOpen(), heard, trouble: trouble.length }).toEqual({
      isOpen: false,
      heard: [],
      trouble: 1,
    })
    // The app is unharmed: an honest page is heard right after.
    connect()
    renderer.send('camera', { kind: 'closed' })
    carryAll()
    expect(heard).toEqual([{ kind: 'closed' }])
  })
})

it('an edge sent twice is heard once', () => {
  const { main, connect, carryAll, forge } = memoryLink()
  const heard: unknown[] = []
  main.on('cameras', (labels) => heard.push(labels))
  connect(silentPage())
  const reliable = {
    kind: 'reliable',
    sequence: 1,
    body: { kind: 'message', channel: 'cameras', payload: ['HD Webcam'] },
  }
  for (const each of [{ kind: 'hello', session: 'forger', received: 0 }, reliable, reliable])
    forge(each)
  carryAll()
  expect(heard).toEqual([['HD Webcam']])
})

function silentPage() {
  return { ...memoryLink().renderer, attach: () => undefined }
}
