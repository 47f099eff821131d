import { parse } from 'svelte/compiler'

/** Letters that stand in a component's markup itself, with their line: words for people belong into the catalogue. */
export interface StrayWords {
  readonly line: number
  readonly text: string
}

/** Attributes and properties of ours whose text people read or hear. */
const SAID = new Set(['title', 'aria-label', 'placeholder', 'alt', 'label', 'text', 'name', 'note'])
/** The same in every language that Beckon speaks. */
const SAME_EVERYWHERE = new Set(['Beckon', 'ms', 's', 'px', 'Hz', 'fps', 'KB'])

export function wordsInMarkup(source: string): readonly StrayWords[] {
  const strays: StrayWords[] = []
  const judge = (text: string, start: number): void => {
    const words = text.match(/\p{L}+/gu) ?? []
    if (words.every((word) => SAME_EVERYWHERE.has(word))) return
    strays.push({ line: source.slice(0, start).split('\n').length, text: text.trim() })
  }
  visit(parse(source, { modern: true }).fragment, judge, true)
  return strays
}

interface Node {
  readonly type: string
  readonly start?: number
}

/** `isShown`: what stands here is text for people, not a class or an address. */
function visit(
  node: unknown,
  judge: (text: string, start: number) => void,
  isShown: boolean,
): void {
  if (Array.isArray(node)) {
    for (const one of node) visit(one, judge, isShown)
    return
  }
  if (!isNode(node)) return
  if (node.type === 'Text' && isShown) judge(String(fieldOf(node, 'data')), node.start ?? 0)
  if (node.type === 'Literal' && isShown && typeof fieldOf(node, 'value') === 'string') {
    judge(String(fieldOf(node, 'value')), node.start ?? 0)
  }
  if (node.type === 'TemplateElement' && isShown) {
    judge(String(fieldOf(fieldOf(node, 'value'), 'cooked')), node.start ?? 0)
  }
  if (node.type === 'Attribute') {
    visit(fieldOf(node, 'value'), judge, SAID.has(String(fieldOf(node, 'name'))))
    return
  }
  for (const [name, child] of Object.entries(node)) {
    if (NOT_SHOWN[node.type]?.includes(name)) visit(child, judge, false)
    else visit(child, judge, isShown)
  }
}

/** Parts of code that decide what is shown, or say where it is found, without being shown. */
const NOT_SHOWN: Readonly<Record<string, readonly string[]>> = {
  IfBlock: ['test'],
  EachBlock: ['expression', 'key'],
  KeyBlock: ['expression'],
  AwaitBlock: ['expression'],
  ConditionalExpression: ['test'],
  LogicalExpression: [],
  BinaryExpression: ['left', 'right'],
  MemberExpression: ['property'],
  CallExpression: ['callee', 'arguments'],
  RenderTag: ['expression'],
  ConstTag: ['declaration'],
  SnippetBlock: ['expression', 'parameters'],
  ArrowFunctionExpression: ['body', 'params'],
  ClassDirective: ['expression'],
  StyleDirective: ['value'],
  SvelteElement: ['tag'],
  AttachTag: ['expression'],
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value
const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
