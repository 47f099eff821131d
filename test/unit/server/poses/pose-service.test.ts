import { once } from 'node:events'
import { io, type Socket } from 'socket.io-client'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ANNA, BEN, drawPeople } from '../../../support/drawn-people.ts'
import { hugeJpeg, openLetterService, type LetterService } from '../../../support/letter-service.ts'

let service: LetterService
let anna: Buffer<ArrayBuffer>
beforeAll(async () => {
  service = await openLetterService(['--max-message-mb', '2', '--max-rate', '500'])
  anna = await drawPeople(ANNA)
})
afterAll(() => service.close())

const url = (path: string): string => `http://127.0.0.1:${service.port}${path}`
const post = (body: Uint8Array<ArrayBuffer> | string, type: string, path = '/pose/hybrid') =>
  fetch(url(path), { method: 'POST', body, headers: { 'content-type': type } })
const postJson = (body: object) => post(JSON.stringify(body), 'application/json')

describe('one picture by HTTP', () => {
  test('gives landmarks, angles with their meaning, metres and timings', async () => {
    const response = await post(anna, 'image/jpeg')
    expect(response.status).toBe(200)
    const said = await response.json()
    expect(said.body.landmarks.length).toBe(33)
    expect(said.body.landmarks[0].x * 640).toBeCloseTo(ANNA.x, -1)
    expect(said.coords3d.length).toBe(33)
    expect(said.angles3d['left.knee'].degrees).toBeLessThan(30)
    expect(Object.keys(said.angles3d)).toEqual(Object.keys(said.angle_definitions))
    expect(said.facing.view).toBe('front')
    expect(Object.keys(said.timings)).toEqual(['decode', 'pose', 'hands'])
  })

  test('takes base64, a data URL, PNG and WebP, and as many people as asked for', async () => {
    const picture = await drawPeople(ANNA, BEN)
    const base64 = picture.toString('base64')
    for (const image of [base64, `data:image/jpeg;base64,${base64}`]) {
      const said = await (await postJson({ image, people: 3 })).json()
      expect(said.people.length).toBe(2)
    }
    for (const format of ['png', 'webp'] as const) {
      const bytes = new Uint8Array(await sharp(picture).toFormat(format).toBuffer())
      const said = await (await post(bytes, `image/${format}`, '/pose/hybrid?people=2')).json()
      expect(said.people.length).toBe(2)
    }
  })

  test('names what somebody does', async () => {
    const up = await drawPeople({ ...ANNA, arms: 'up' })
    const said = await (await post(up, 'image/jpeg')).json()
    expect(said.pose.label).toBe('arms-up')
    const down = await (await post(anna, 'image/jpeg')).json()
    expect(down).toMatchObject({ pose: { label: 'none' }, squats: 0 })
  })

  test('says null for an empty room', async () => {
    const said = await (await post(await drawPeople(), 'image/jpeg')).json()
    expect(said).toMatchObject({ body: null, people: [], hands: [] })
  })

  test.each([
    [400, 'an empty body', () => post(Buffer.alloc(0), 'image/jpeg')],
    [400, 'JSON without a picture', () => postJson({ picture: 1 })],
    [400, 'no base64', () => postJson({ image: '§§§' })],
    [400, 'no JSON', () => post('{', 'application/json')],
    [400, 'too many people', () => post(anna, 'image/jpeg', '/pose/hybrid?people=99')],
    [400, 'half a picture', () => post(anna.subarray(0, 2000), 'image/jpeg')],
    [
      400,
      'a picture that unpacks to gigabytes',
      () => post(new Uint8Array(hugeJpeg()), 'image/jpeg'),
    ],
    [415, 'bytes that are no picture', () => post(Buffer.from('GIF89a..........'), 'image/jpeg')],
    [415, 'another kind of body', () => post('<p>', 'text/html')],
    [413, 'more than may be sent', () => post(Buffer.alloc(3 * 2 ** 20), 'image/jpeg')],
  ])('answers %i to %s', async (status, _what, ask) => {
    const response = await ask()
    expect(response.status).toBe(status)
    expect(typeof (await response.json()).error).toBe('string')
  })
})

describe('live', () => {
  const open: Socket[] = []
  afterEach(() => {
    for (const socket of open.splice(0)) socket.disconnect()
  })
  interface Said {
    readonly sequence: number
    readonly dropped: number
    readonly people: readonly {
      readonly track_id: number
      readonly body: { readonly landmarks: readonly { readonly x: number }[] }
    }[]
    readonly timings: Readonly<Record<string, number>>
  }
  const client = async (auth: object = {}): Promise<Socket> => {
    const socket = io(url('/'), { transports: ['websocket'], auth, forceNew: true })
    open.push(socket)
    await new Promise((resolve) => socket.once('ready', resolve))
    return socket
  }
  const nextOf = async (socket: Socket, event: 'pose_result' | 'pose_error'): Promise<Said> => {
    const [said] = await once(asEmitter(socket), event)
    return said
  }
  const asEmitter = (socket: Socket) => socket as unknown as NodeJS.EventEmitter

  test('answers a frame, as bytes and as base64, with everything about it', async () => {
    const socket = await client()
    for (const [sequence, image] of [anna, anna.toString('base64')].entries()) {
      const answer = nextOf(socket, 'pose_result')
      socket.emit('frame', { image, timestamp: 40 * sequence, sequence })
      const said = await answer
      expect(said).toMatchObject({ sequence, dropped: 0, people: [{ track_id: 1 }] })
      expect(Object.keys(said.timings).toSorted()).toEqual([
        'decode',
        'hands',
        'pose',
        'total',
        'wait',
      ])
    }
  })

  test.each(['png', 'webp'] as const)('answers a frame as %s', async (format) => {
    const socket = await client({ hands: false })
    const image = await sharp(anna).toFormat(format).toBuffer()
    const answer = nextOf(socket, 'pose_result')
    socket.emit('frame', { image, sequence: 1 })
    expect(await answer).toMatchObject({ sequence: 1, people: [{ track_id: 1 }] })
    expect(await service.page('/metrics')).toMatch(/beckon_pose_frame_seconds_count [1-9]/)
  })

  test('smooths as it is asked to', async () => {
    const elsewhere = await drawPeople({ ...ANNA, x: ANNA.x + 30 })
    /** The nose after a step to the side, px; it takes 33 ms, one frame. */
    const noseAfterStep = async (body: number | object): Promise<number> => {
      const socket = await client({ hands: false, smoothing: { body } })
      let x = NaN
      for (const [sequence, image] of [anna, elsewhere].entries()) {
        const answer = nextOf(socket, 'pose_result')
        socket.emit('frame', { image, timestamp: (1000 / 30) * sequence, sequence })
        x = ((await answer).people[0]?.body.landmarks[0]?.x ?? NaN) * 640
      }
      return x
    }
    const [raw, smooth] = [await noseAfterStep(1), await noseAfterStep(0.5)]
    expect(raw - smooth).toBeGreaterThan(8)
    expect(raw - smooth).toBeLessThan(22)
    const heavy = await noseAfterStep({ kind: 'one-euro', minCutoffHz: 0.1, beta: 0 })
    expect(raw - heavy).toBeGreaterThan(25)
    const light = await noseAfterStep({ kind: 'one-euro', minCutoffHz: 1000, beta: 0 })
    expect(raw - light).toBeLessThan(2)
  })

  test('looks at the newest frame, tells how many it left out, and never goes back', async () => {
    const socket = await client({ hands: false })
    const said: Said[] = []
    const last = new Promise<void>((resolve) => {
      socket.on('pose_result', (result: Said) => {
        said.push(result)
        if (result.sequence === 99) resolve()
      })
    })
    for (let sequence = 0; sequence < 100; sequence++) {
      socket.emit('frame', { image: anna, timestamp: sequence * 10, sequence })
    }
    await last
    const numbers = said.map(({ sequence }) => sequence)
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    expect(said.at(-1)?.dropped).toBe(100 - said.length)
    expect(said.length).toBeLessThan(100)
  })

  test('drops a frame that was overtaken', async () => {
    const socket = await client({ hands: false })
    const frame = (sequence: number) => socket.emit('frame', { image: anna, sequence })
    let answer = nextOf(socket, 'pose_result')
    frame(5)
    await answer
    answer = nextOf(socket, 'pose_result')
    frame(4)
    frame(6)
    expect(await answer).toMatchObject({ sequence: 6, dropped: 1 })
  })

  test('tells what is wrong with a frame and goes on', async () => {
    const socket = await client()
    for (const frame of [
      undefined,
      { image: 7, sequence: 1 },
      { image: '§', sequence: 2 },
      { image: Buffer.from('no'), sequence: 3 },
    ]) {
      const fault = nextOf(socket, 'pose_error')
      socket.emit('frame', frame)
      const said = await fault
      expect(said.sequence).toBe(frame?.sequence ?? null)
    }
    const answer = nextOf(socket, 'pose_result')
    socket.emit('frame', { image: anna, sequence: 4 })
    expect((await answer).sequence).toBe(4)
  })

  test('clients share the tracker fairly and do not see one another', async () => {
    const [one, two] = [await client({ hands: false }), await client({ hands: false, people: 2 })]
    const pair = await drawPeople(ANNA, BEN)
    const counts = { one: 0, two: 0 }
    const done = new Promise<void>((resolve) => {
      const ask = (socket: Socket, name: 'one' | 'two', image: Buffer, people: number): void => {
        socket.on('pose_result', (said: Said) => {
          expect(said.people.length).toBe(people)
          counts[name] += 1
          if (counts.one + counts.two >= 20) resolve()
          else socket.emit('frame', { image })
        })
        socket.emit('frame', { image })
      }
      ask(one, 'one', anna, 1)
      ask(two, 'two', pair, 2)
    })
    await done
    expect(Math.min(counts.one, counts.two)).toBeGreaterThanOrEqual(5)
  })

  test('refuses strangers: a wrong Origin, and options that are none', async () => {
    const refused = (options: object): Promise<Error> => {
      const socket = io(url('/'), {
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
        ...options,
      })
      open.push(socket)
      return new Promise((resolve) => socket.once('connect_error', resolve))
    }
    expect(await refused({ extraHeaders: { origin: 'https://elsewhere.example' } })).toBeInstanceOf(
      Error,
    )
    expect((await refused({ auth: { people: 'all' } })).message).toContain('people must be 1 to 8')
    const smoothing = { body: { kind: 'two-euro' } }
    expect((await refused({ auth: { smoothing } })).message).toContain('one-euro')
  })
})
