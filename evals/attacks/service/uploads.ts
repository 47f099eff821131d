import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { refusedIf, type AttackKind, type Attempt } from '../attempt.ts'
import { descriptorsOf } from '../means/processes.ts'
import type { ServiceVictim } from '../victims/service-victim.ts'

const ABORTED = 40
/** As many may come and go by themselves. */
const SPARE_DESCRIPTORS = 10

/** Uploads that break off, each a little later than the one before. */
export const ABORTED_UPLOADS: AttackKind<ServiceVictim> = {
  kind: 'service: uploads that break off',
  attempts: (victim) => {
    const before = descriptorsOf(victim.pid())
    const lots = Array.from({ length: ABORTED }, (_, index) => abortAfter(index * 20_000))
    return [...lots, nothingHeld(before)]
  },
}

const abortAfter = (bytes: number): Attempt<ServiceVictim> => ({
  what: `after ${bytes.toLocaleString('en')} bytes`,
  strike: async (victim) => {
    const head = Object.entries(victim.headers()).map(([name, value]) => `${name}: ${value}\r\n`)
    const kind = 'content-type: multipart/form-data; boundary=x\r\ncontent-length: 5000000\r\n'
    const part =
      '--x\r\nContent-Disposition: form-data; name="video"; filename="a.mp4"\r\n\r\n\0\0\0\x18ftypisom'
    const socket = connect(victim.port(), '127.0.0.1')
    socket.on('error', () => undefined)
    const text = `POST /pose/video HTTP/1.1\r\n${head.join('')}${kind}\r\n${part}`
    await new Promise<void>((resolve) => {
      socket.write(Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(bytes)]), () => {
        resolve()
      })
    })
    socket.destroy()
    const left = await leftIn(victim.data)
    return refusedIf(left.length === 0, left.length === 0 ? 'nothing is left' : left.join(', '))
  },
})

/** Files of uploads, once the service has had the time to see that the sender is gone. */
async function leftIn(data: string): Promise<readonly string[]> {
  for (let look = 0; ; look += 1) {
    const names = readdirSync(data, { recursive: true, encoding: 'utf8' })
    const left = names.filter((name) => /upload[^/]*\/./.test(name))
    if (left.length === 0 || look > 60) return left
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const nothingHeld = (before: number): Attempt<ServiceVictim> => ({
  what: 'descriptors after all of them',
  strike: (victim) => {
    const after = descriptorsOf(victim.pid())
    const how = `${before} before, ${after} after`
    return Promise.resolve(refusedIf(after <= before + SPARE_DESCRIPTORS, how))
  },
})
