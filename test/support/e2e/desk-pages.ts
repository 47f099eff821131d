/** Pages of another program, each with one thing to do by hand; `window.done` tells how far it has come. */
const page = (title: string, body: string, style = ''): string =>
  `<!doctype html><meta charset="utf-8"><title>${title}</title>
<style>html,body{margin:0;height:100%;overflow:hidden;font:20px/1.5 monospace;user-select:none}${style}</style>${body}`

const LINE = 'The quick brown fox jumps over the lazy dog and goes home by the river at night. '

/** A text area full of words over the whole window. */
export const EDITOR = page(
  'Editor',
  `<textarea id="text" spellcheck="false">${LINE.repeat(80)}</textarea>
<script>
  const text = document.getElementById('text')
  text.scrollTop = 0
  window.done = { longest: 0, word: '', doubles: 0 }
  const selected = () => text.value.slice(text.selectionStart, text.selectionEnd)
  document.addEventListener('selectionchange', () => {
    window.done.longest = Math.max(window.done.longest, selected().length)
  })
  text.addEventListener('dblclick', () => {
    window.done.doubles += 1
    window.done.word = selected()
  })
</script>`,
  'textarea{width:100%;height:100%;box-sizing:border-box;border:0;font:inherit;user-select:text}',
)

/** Ten windows high. */
export const LONG_PAGE = page(
  'Long page',
  `<div id="long"></div>
<script>
  window.done = { top: 0, wasAtEnd: false, isBack: false, end: 0 }
  addEventListener('scroll', () => {
    const end = document.documentElement.scrollHeight - innerHeight
    window.done.end = end
    window.done.top = scrollY
    if (scrollY >= end - 1) window.done.wasAtEnd = true
    if (window.done.wasAtEnd && scrollY <= 0) window.done.isBack = true
  })
</script>`,
  'html,body{overflow:auto;height:auto}#long{height:4000px;background:linear-gradient(white,black)}',
)

/** A menu opens where the right button says, its first entry under the pointer. */
export const MENU = page(
  'Menu',
  `<menu id="menu" hidden><li id="first">Rename</li><li>Copy</li><li>Delete</li></menu>
<script>
  window.done = { opened: 0, chosen: '' }
  const menu = document.getElementById('menu')
  addEventListener('contextmenu', (event) => {
    event.preventDefault()
    window.done.opened += 1
    menu.hidden = false
    menu.style.left = event.clientX - 60 + 'px'
    menu.style.top = event.clientY - 30 + 'px'
  })
  menu.addEventListener('click', (event) => {
    window.done.chosen = event.target.textContent
    menu.hidden = true
  })
</script>`,
  'menu{position:absolute;margin:0;padding:0;list-style:none;background:#eee}li{width:160px;height:60px}',
)

/** A slider as wide and as high as the window. */
export const SLIDER = page(
  'Slider',
  `<input id="slider" type="range" min="0" max="1000" value="0">
<script>
  window.done = { inputs: [], settled: [] }
  const slider = document.getElementById('slider')
  slider.addEventListener('input', () => window.done.inputs.push(Number(slider.value)))
  slider.addEventListener('change', () => window.done.settled.push(Number(slider.value)))
</script>`,
  '#slider{width:100%;height:100%;margin:0}',
)

/** Draws while the button is down. */
export const PAINT = page(
  'Paint',
  `<canvas id="canvas" width="1280" height="800"></canvas>
<script>
  window.done = { strokes: [] }
  const context = document.getElementById('canvas').getContext('2d')
  addEventListener('pointerdown', (event) => {
    window.done.strokes.push([{ x: event.clientX, y: event.clientY }])
    context.moveTo(event.clientX, event.clientY)
  })
  addEventListener('pointermove', (event) => {
    if ((event.buttons & 1) === 0) return
    window.done.strokes.at(-1)?.push({ x: event.clientX, y: event.clientY })
    context.lineTo(event.clientX, event.clientY)
    context.stroke()
  })
</script>`,
)
