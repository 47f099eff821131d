import {
  createScanner,
  findNodeAtLocation,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser'
import { say } from '../../../contract/words/say.ts'
import { verbatim, type Sentence } from '../../../core/sentence/sentence.ts'
import { MOST_JSON_DEPTH, tooDeep } from '../../../node/user-file.ts'

/** A JSON text whose values know where they stand. Comments and trailing commas are allowed, as in editors' settings. */
export interface LocatedJson {
  readonly value: unknown
  /** The line (from 1) of the value at this path, or of the nearest one around it that is there. */
  lineAt(path: readonly (string | number)[]): number
}

export type JsonResult =
  | { readonly ok: true; readonly json: LocatedJson }
  | { readonly ok: false; readonly line: number; readonly message: Sentence }

export function parseLocatedJson(text: string): JsonResult {
  const deepAt = tooDeepAt(text)
  if (deepAt !== undefined) return { ok: false, line: lineOf(text, deepAt), message: tooDeep() }
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: false })
  const first = errors[0]
  if (first !== undefined) {
    const words = printParseErrorCode(first.error)
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
    return { ok: false, line: lineOf(text, first.offset), message: verbatim(words) }
  }
  if (root === undefined) return { ok: false, line: 1, message: say('the file is empty') }
  const json: LocatedJson = {
    value: jsonValueOf(root),
    lineAt: (path) => lineOf(text, nearestNode(root, path).offset),
  }
  return { ok: true, json }
}

/** Where it is nested too deeply, told without going down there: the parser of the library calls itself. */
function tooDeepAt(text: string): number | undefined {
  const scanner = createScanner(text, true)
  let depth = 0
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const at = scanner.getTokenOffset()
    // A text begins with its quotes, so a token that begins with a bracket is one.
    if (text[at] === '{' || text[at] === '[') depth += 1
    if (text[at] === '}' || text[at] === ']') depth -= 1
    if (depth > MOST_JSON_DEPTH) return at
  }
  return undefined
}

function nearestNode(root: Node, path: readonly (string | number)[]): Node {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length))
    if (node !== undefined) return node
  }
  return root
}

/** Built by hand: a key such as `__proto__` stays a key. */
function jsonValueOf(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(jsonValueOf)
  if (node.type !== 'object') return node.value
  const entries = (node.children ?? []).map(({ children }): [string, unknown] => {
    const [key, value] = children ?? []
    return [String(key?.value), value === undefined ? undefined : jsonValueOf(value)]
  })
  return Object.fromEntries(entries)
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
