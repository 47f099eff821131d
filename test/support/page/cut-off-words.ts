/** Rounding, and the shadow of a letter. */
const SLACK_PX = 1.5

/**
 * What the page says and does not show whole: words that reach past a box which hides what reaches past it, past the field or
 * button that they stand in, or past the side of the window. What can be scrolled into sight is whole, but for words that one
 * would have to push sideways to read, where that is not made for it (`scrolls-sideways`).
 */
export function cutOffWords(): readonly string[] {
  const cut: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (
      !element ||
      !isShown(element) ||
      element.closest('select') ||
      (node.textContent ?? '').trim() === ''
    )
      continue
    const why = whyCutOff(node, element)
    if (why !== undefined) cut.push(`${pathOf(element)}: “${node.textContent?.trim()}” ${why}`)
  }
  for (const list of document.querySelectorAll('select')) {
    if (isShown(list) && isTooNarrow(list))
      cut.push(`${pathOf(list)}: “${chosenIn(list)}” in a list`)
  }
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth > clientWidth)
    cut.push(`the window is ${scrollWidth - clientWidth} px too narrow`)
  return cut
}

/** What is for screen readers alone is drawn on a single pixel. */
const isShown = (element: HTMLElement): boolean =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
  !element.closest('.hidden-but-said')

function whyCutOff(node: Node, element: HTMLElement): string | undefined {
  const range = document.createRange()
  range.selectNodeContents(node)
  const text = range.getBoundingClientRect()
  if (text.width === 0) return undefined
  const own = boxAround(element)
  if (reachesPast(text, own.getBoundingClientRect(), true, false)) return `past ${pathOf(own)}`
  for (let box: HTMLElement | null = element; box; box = box.parentElement) {
    const { overflowX, overflowY, position } = getComputedStyle(box)
    const isMadeToScroll = box.matches('.scrolls-sideways')
    const hidesWidth = overflowX !== 'visible' && !isMadeToScroll
    const hidesHeight = ['hidden', 'clip'].includes(overflowY)
    if (reachesPast(text, box.getBoundingClientRect(), hidesWidth, hidesHeight)) {
      return `hidden by ${pathOf(box)}`
    }
    // From here on it moves, or is placed by something else.
    if (isMadeToScroll || /auto|scroll/.test(overflowY) || position === 'fixed') return undefined
  }
  return undefined
}

/** The nearest box that is laid out as one: words of a line are no box. */
function boxAround(element: HTMLElement): HTMLElement {
  let box = element
  while (box.parentElement && ['inline', 'contents'].includes(getComputedStyle(box).display)) {
    box = box.parentElement
  }
  return box
}

const reachesPast = (text: DOMRect, box: DOMRect, inWidth: boolean, inHeight: boolean): boolean =>
  (inWidth && (text.left < box.left - SLACK_PX || text.right > box.right + SLACK_PX)) ||
  (inHeight && (text.top < box.top - SLACK_PX || text.bottom > box.bottom + SLACK_PX))

/** A list shows its choice in one line, beside its arrow. */
function isTooNarrow(list: HTMLSelectElement): boolean {
  const style = getComputedStyle(list)
  const drawing = document.createElement('canvas').getContext('2d')
  if (!drawing) return false
  const { fontStyle, fontWeight, fontSize, fontFamily } = style
  // The shorthand is empty where one of its parts cannot be written in it.
  drawing.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
  const room = list.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
  return drawing.measureText(chosenIn(list)).width > room + SLACK_PX
}

const chosenIn = (list: HTMLSelectElement): string => list.selectedOptions[0]?.text.trim() ?? ''

const pathOf = (element: Element): string =>
  [element.parentElement, element]
    .flatMap((one) =>
      one ? [`${one.localName}${one.classList[0] ? `.${one.classList[0]}` : ''}`] : [],
    )
    .join(' > ')
