import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { QueueUnavailable } from '../../jobs/queue/job-queue.ts'
import { addHttpAnswers } from './http-answers.ts'

test.each([
  [500, new Error("ENOENT: no such file, open '/home/anna/a.mp4'")],
  [503, new QueueUnavailable('the queue cannot be reached')],
  [507, Object.assign(new Error('write /home/anna'), { code: 'ENOSPC', errno: -28 })],
  [413, Object.assign(new Error('too large'), { statusCode: 413 })],
])('%i in one form, without a path of this machine', async (status, error) => {
  const app = Fastify()
  addHttpAnswers(app)
  app.get('/', () => Promise.reject(error))
  const answer = await app.inject('/')
  expect([answer.statusCode, answer.json()]).toEqual([status, { error: expect.any(String) }])
  expect(answer.body).not.toContain('anna')
})
