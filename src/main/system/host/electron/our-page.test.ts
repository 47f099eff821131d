import { describe, expect, it } from 'vitest'
import { isOurPage, isOurResource, isPermitted } from './our-page.ts'

describe('our own page', () => {
  it.each(['beckon://app/index.html', 'beckon://app/published/ab/clip.webm'])(
    '%s is ours',
    (url) => {
      expect([isOurPage(url), isOurResource(url)]).toEqual([true, true])
    },
  )

  it.each([
    'https://example.org/',
    'beckon://other/index.html',
    'beckon://app.evil/index.html',
    'file:///etc/passwd',
    'http://127.0.0.1/',
    'not a url',
    '',
  ])('%s is not', (url) => {
    expect([isOurPage(url), isOurResource(url)]).toEqual([false, false])
  })

  it('may load what it made itself', () => {
    expect(isOurResource('blob:beckon://app/1234')).toBe(true)
    expect(isOurResource('blob:https://example.org/1234')).toBe(false)
  })
})

describe('permissions', () => {
  const OURS = 'beckon://app/index.html'
  it('are given for the camera, to our page alone', () => {
    expect(isPermitted('media', OURS, ['video'])).toBe(true)
    expect(isPermitted('media', 'https://example.org/', ['video'])).toBe(false)
  })

  it.each([
    ['media', ['audio']],
    ['media', ['video', 'audio']],
    ['media', []],
    ['media', undefined],
    ['geolocation', undefined],
    ['notifications', undefined],
    ['openExternal', undefined],
  ])('are refused for %s %o', (permission, mediaTypes) => {
    expect(isPermitted(permission, OURS, mediaTypes)).toBe(false)
  })
})
