import { expect, it } from 'vitest'
import { appStage } from '../../support/app-stage.ts'
import { pinchShape } from '../../support/hand/shapes.ts'

it('a switch in the middle of a drag lets go of the button, and the new project holds nothing', async () => {
  const stage = await appStage()
  const at = [0.61, 0.47] as const
  await stage.hands(800, { shape: 'relaxed', at })
  await stage.hands(1500, { shape: pinchShape('index', 1), at })
  expect(stage.log.filter((line) => /press|release/.test(line))).toHaveLength(1)
  const before = stage.log.length
  await stage.request('switchProject', { id: 'media' })
  await stage.hands(500, { shape: pinchShape('index', 1), at })
  expect(stage.log.slice(before).filter((line) => /press|release/.test(line))).toEqual([
    expect.stringContaining('release'),
  ])
  await stage.close()
})
