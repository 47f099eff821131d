import { afterEach, expect, test } from 'vitest'
import { prefer, soon } from '../testing/page-stage.ts'
import { inkOf, openPlot } from './open-plot.ts'
import '../styles/base.css'

afterEach(() => {
  delete document.documentElement.dataset['theme']
  document.body.replaceChildren()
})

/** Whether the plot has a point of the colour that its line is to have now. */
function isDrawnIn(box: HTMLElement): boolean {
  const canvas = box.querySelector('canvas')
  const context = canvas?.getContext('2d')
  if (!canvas || !context) return false
  const wanted = getComputedStyle(box).color.match(/\d+/g)?.slice(0, 3).map(Number)
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] === 255 && wanted?.every((value, part) => value === data[at + part])) {
      return true
    }
  }
  return false
}

test('a plot that is open follows the theme, chosen here or in the system', async () => {
  await prefer('light')
  const box = document.createElement('div')
  Object.assign(box.style, { inlineSize: '300px', color: 'var(--hand)', fill: 'var(--ink-soft)' })
  document.body.append(box)
  const series = [{}, { stroke: inkOf(box, 'color'), width: 6 }]
  const opened = openPlot(
    box,
    { height: 120, scales: { x: { time: false } }, axes: [{}, {}], series },
    [
      [0, 1, 2],
      [1, 1, 1],
    ],
  )
  const colour = (): string => getComputedStyle(box).color
  const light = colour()
  await soon(() => expect(isDrawnIn(box)).toBe(true))
  document.documentElement.dataset['theme'] = 'dark'
  expect(colour()).not.toBe(light)
  await soon(() => expect(isDrawnIn(box)).toBe(true))
  delete document.documentElement.dataset['theme']
  await soon(() => expect(isDrawnIn(box)).toBe(true))
  await prefer('dark')
  expect(colour()).not.toBe(light)
  await soon(() => expect(isDrawnIn(box)).toBe(true))
  opened.close()
  await prefer('light')
})
