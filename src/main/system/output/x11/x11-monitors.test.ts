import { expect, it } from 'vitest'
import { monitorsIn } from './x11-monitors.ts'

it('reads places and sizes, whatever the monitors are called', () => {
  const text = [
    'Monitors: 3',
    ' 0: +*eDP-1 1920/344x1080/194+0+0  eDP-1',
    ' 1: +HDMI-1 3840/600x2160/340+1920+-200  HDMI-1',
    ' 2: +left half 12 800/200x600/150+-800+0  DP-2',
    '',
  ].join('\n')
  expect(monitorsIn(text)).toEqual([
    { left: 0, top: 0, width: 1920, height: 1080 },
    { left: 1920, top: -200, width: 3840, height: 2160 },
    { left: -800, top: 0, width: 800, height: 600 },
  ])
})

it('finds none in anything else', () => {
  expect([monitorsIn(''), monitorsIn('Monitors: 0\n')]).toEqual([[], []])
})
