import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startWholeService } from '../support/whole-service.ts'

test.runIf(process.platform === 'linux')(
  'the service goes on when its log files have no room, says so once, and is degraded',
  async () => {
    const service = await startWholeService((dir) => {
      const logs = join(dir, 'logs')
      mkdirSync(logs)
      symlinkSync('/dev/full', join(logs, 'beckon-serve.1.log'))
      return { POSE_LOG_DIR: logs, BECKON_REDIS_URL: '' }
    })
    for (let count = 0; count < 5; count++) {
      expect((await service.ask('/health')).status).toBe(200)
    }
    await expect
      .poll(async () => (await service.ask('/api/pose/health')).json(), { timeout: 20_000 })
      .toMatchObject({ status: 'degraded', reason: expect.stringContaining('ENOSPC') })
    expect(service.said().match(/goes on without its log files/g)).toHaveLength(1)
    await service.close()
  },
  60_000,
)
