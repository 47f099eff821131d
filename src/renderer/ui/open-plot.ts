import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'

type Ink = 'color' | 'fill' | 'stroke'
export type PlotOptions = Pick<uPlot.Options, 'height' | 'scales' | 'series'> & {
  readonly axes: readonly uPlot.Axis[]
  readonly onDrawn?: () => void
}

export interface OpenPlot {
  readonly plot: uPlot
  close(): void
}

const LOOKS = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)']

/** A plot cannot read custom properties: its colours are an element's own, looked up at each drawing, for themes change. */
export const inkOf = (element: Element, ink: Ink) => (): string => getComputedStyle(element)[ink]

/** A plot as wide as its element, in its colours: words have its fill, the grid its outline. */
export function openPlot(
  element: HTMLElement,
  { axes, height, onDrawn, ...more }: PlotOptions,
  data: uPlot.AlignedData,
): OpenPlot {
  const stroke = inkOf(element, 'fill')
  const grid = { stroke: () => getComputedStyle(element).outlineColor, width: 1 }
  const axis: uPlot.Axis = { stroke, grid, ticks: { show: false } }
  const plot = new uPlot(
    {
      ...{ width: element.clientWidth, height, ...more },
      ...{ cursor: { show: false }, legend: { show: false } },
      hooks: { draw: [() => onDrawn?.()] },
      axes: axes.map((one) => ({ ...axis, ...one })),
    },
    data,
    element,
  )
  const resize = new ResizeObserver(([entry]) => {
    if (entry) plot.setSize({ width: entry.contentRect.width, height })
  })
  resize.observe(element)
  const stopFollowing = followLook(() => plot.redraw())
  return {
    plot,
    close: () => {
      stopFollowing()
      resize.disconnect()
      plot.destroy()
    },
  }
}

/** What people choose here, and what they change in their system meanwhile. */
function followLook(onChange: () => void): () => void {
  const chosen = new MutationObserver(onChange)
  chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  const queries = LOOKS.map((look) => matchMedia(look))
  for (const query of queries) query.addEventListener('change', onChange)
  return () => {
    chosen.disconnect()
    for (const query of queries) query.removeEventListener('change', onChange)
  }
}
