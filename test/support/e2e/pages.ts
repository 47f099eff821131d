/** Twelve buttons over the whole window; every click is counted where it lands. */
export const BUTTONS = `<!doctype html><meta charset="utf-8"><title>Buttons</title>
<style>body{margin:0;display:grid;grid-template:repeat(3,1fr)/repeat(4,1fr);height:100vh;gap:4px}
button{font:24px sans-serif}</style>
${Array.from({ length: 12 }, (_, index) => `<button id="b${index}">${index}</button>`).join('')}
<script>
  window.seen = []
  for (const kind of ['pointerdown', 'pointerup', 'click', 'dblclick', 'contextmenu', 'wheel', 'keydown'])
    addEventListener(kind, (event) => {
      window.seen.push({ kind, button: event.button, key: event.key, alt: event.altKey, deltaY: event.deltaY,
        target: event.target.id, x: event.clientX, y: event.clientY, atMs: performance.timeOrigin + event.timeStamp })
      if (kind === 'contextmenu' || kind === 'keydown') event.preventDefault()
    }, true)
</script>`

/** One thing the page was sent. */
export interface Seen {
  readonly kind: string
  readonly button: number
  readonly key?: string
  readonly alt?: boolean
  readonly deltaY?: number
  readonly target: string
  readonly x: number
  readonly y: number
  /** Unix epoch, ms. */
  readonly atMs: number
}
