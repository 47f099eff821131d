import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { plainClient } from '../support/letter-service.ts'
import { startWholeService } from '../support/whole-service.ts'

const RESOURCES = join(import.meta.dirname, '../../resources')

/** Everything that the service needs but for its letter model, in the place of which something else may lie. */
function withoutLetters(dir: string, instead?: string): string {
  const resources = join(dir, 'resources')
  mkdirSync(join(resources, 'letters'), { recursive: true })
  symlinkSync(join(RESOURCES, 'models'), join(resources, 'models'), 'junction')
  if (instead !== undefined) copyFileSync(instead, join(resources, 'letters/sign-letters.onnx'))
  return resources
}

// The whole service did not start where only the letters could not be read.
test.each([
  ['missing', undefined, /^The letter model .* cannot be opened/],
  ['another one', 'models/onnx/hand_landmark_lite.onnx', /^The letter model is another one/],
])(
  'a letter model that is %s is named to whoever asks for letters, and the rest goes on',
  async (_name, instead, words) => {
    const service = await startWholeService((dir) => ({
      BECKON_RESOURCES: withoutLetters(dir, instead && join(RESOURCES, instead)),
    }))
    expect(service.said()).toMatch(/^Letters are off\. The letter model .*npm run train:letters$/m)
    const client = await plainClient(service.url.replace('http', 'ws'))
    client.sendFrame('B')
    expect(await client.next()).toBe('{"maxarg_letter": "A", "target_arg_prob": 0.0}')
    expect(await client.nextAnswer()).toEqual({ error: expect.stringMatching(words) })
    const health = await (await fetch(`${service.url}/health`)).json()
    expect(health).toMatchObject({
      status: 'ok',
      letters: { status: 'off', reason: expect.stringMatching(words) },
      models: { letters: 'off' },
    })
    const videos = await fetch(`${service.url}/pose/video/status/nobody`)
    expect(videos.status).toBe(404)
    await service.close()
  },
)
