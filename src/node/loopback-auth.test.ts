import { expect, test } from 'vitest'
import { isOurHost, isOurOrigin, isSameSecret, randomSecret, secretIn } from './loopback-auth.ts'

test.each([
  ['abc', 'abc', true],
  ['abc', 'abd', false],
  ['abc', 'abcd', false],
  ['', 'abc', false],
  ['ä', 'a', false],
])('%j and %j: %s', (given, wanted, isSame) => {
  expect(isSameSecret(given, wanted)).toBe(isSame)
})

test('no two secrets are alike', () => {
  const secrets = Array.from({ length: 100 }, randomSecret)
  expect(new Set(secrets).size).toBe(100)
  expect(secrets.every((secret) => /^[0-9a-f]{64}$/.test(secret))).toBe(true)
})

test.each([
  ['beckon.v1, secret.abc', 'abc'],
  ['secret.abc,beckon.v1', 'abc'],
  ['beckon.v1', undefined],
  ['secret.abc', undefined],
  ['', undefined],
  [undefined, undefined],
])('the secret in %j is %j', (protocols, secret) => {
  expect(secretIn(protocols)).toBe(secret)
})

test.each([
  ['127.0.0.1:80', 'http://127.0.0.1:80', true],
  ['localhost:80', 'http://localhost:80', true],
  ['127.0.0.1:81', 'http://127.0.0.1:81', false],
  ['localhost.evil.example:80', 'http://evil.example', false],
  [undefined, undefined, false],
])('host %s and origin %s are ours: %s', (host, origin, isOurs) => {
  expect([isOurHost(host, 80), isOurOrigin(origin, 80)]).toEqual([isOurs, isOurs])
})
