import { tick } from 'svelte'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ok } from '../../../src/contract/boundary/result.ts'
import { openDesktop } from '../../support/page/desktop-project.ts'
import {
  buttonNamed,
  fineState,
  openWindow,
  shownText,
  soon,
  type OpenedWindow,
} from '../../support/page/page-stage.ts'
import { frameOf, handAt } from '../../support/page/recorded-frames.ts'

let opened: OpenedWindow
afterEach(() => opened.close())
beforeEach(async () => {
  opened = openWindow('projects', (name) => ok(name === 'readProject' ? openDesktop : {}))
  opened.end.tell('state', fineState)
  opened.end.tell('projects', [{ id: 'desktop', name: 'Desktop', gestures: [] }])
  await soon(() => {
    buttonNamed('Edit Desktop').click()
  })
  await soon(() => expect(shownText()).toContain('Gestures and what they do'))
})

test('trying ends when control would, for hands cannot press what ends it', async () => {
  buttonNamed('Try it here').click()
  await soon(() => expect(shownText()).toContain('Make a gesture.'))
  const play = (fromMs: number, untilMs: number): void => {
    for (let atMs = fromMs; atMs < untilMs; atMs += 33) opened.frames.publish(frameOf([], atMs))
  }
  play(300_000, 309_900)
  await soon(() => expect(shownText()).toContain('Stop trying'))
  play(309_900, 311_000)
  await soon(() => expect(shownText()).toContain('Try it here'))
  const asked = opened.end.asked.filter(({ name }) => name.endsWith('Hands'))
  const payload = { reason: 'preview' }
  expect(asked).toEqual([
    { name: 'suspendHands', payload },
    { name: 'resumeHands', payload },
  ])
})

test('trying acts where the app does: by what the hand was calibrated to and shadow mode asks for', async () => {
  const pinch = { touchRatio: 0.2, partRatio: 0.35 }
  const reach = { widthPalms: 4, heightPalms: 2.4, centre: { x: 0.6, y: 0.5 } }
  const right = { restNoisePalms: 0.006, minCutoffHz: 2.2, reach, pinch }
  opened.end.tell('calibrations', { right })
  buttonNamed('Try it here').click()
  await soon(() => expect(shownText()).toContain('Make a gesture.'))
  let atMs = 300_000
  const show = (pinchRatio: number, ms: number): void => {
    const hand = handAt(pinchRatio)
    for (const untilMs = atMs + ms; atMs < untilMs; atMs += 33) {
      opened.frames.publish(frameOf([hand], atMs))
    }
  }
  const done = (): string => document.querySelector<HTMLElement>('.try ol')!.innerText
  // Near enough for most hands, not for this one.
  for (const ratio of [0.7, 0.5, 0.4, 0.25, 0.7]) show(ratio, 400)
  await tick()
  expect(done()).toContain('Make a gesture.')
  for (const ratio of [0.7, 0.5, 0.4, 0.15, 0.7]) show(ratio, 400)
  await soon(() => expect(done()).toContain('left'))

  // While it goes on, more is asked of the gesture, and then less of the hand.
  const clicks = done().split('\n').length
  opened.end.tell('thresholds', { desktop: { 'pinch.index': { minScore: 0.9 } } })
  await tick()
  for (const ratio of [0.7, 0.5, 0.4, 0.15, 0.7]) show(ratio, 400)
  await tick()
  expect(done().split('\n')).toHaveLength(clicks)
  opened.end.tell('thresholds', {})
  opened.end.tell('calibrations', {})
  await tick()
  for (const ratio of [0.7, 0.5, 0.4, 0.25, 0.7]) show(ratio, 400)
  await soon(() => expect(done().split('\n').length).toBeGreaterThan(clicks))
})

test('leaving before the host has answered leaves hands free', async () => {
  buttonNamed('Try it here').click()
  location.hash = '/live'
  await soon(() => expect(opened.end.asked.map(({ name }) => name)).toContain('resumeHands'))
})
