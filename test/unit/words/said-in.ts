import ts from 'typescript'

/** A call in a program's text by which something is said to people. */
export interface SaidCall {
  /** `say`, `verbatim`, `toType`, `onlyEnglish`. */
  readonly by: string
  readonly line: number
  /** What is said, where that stands in the call itself; a template string's gaps are `{}`. */
  readonly text: string | undefined
}

const SAYING = new Set(['say', 'verbatim', 'toType', 'onlyEnglish'])

/** Every such call of a TypeScript text, in order. */
export function saidIn(source: string): readonly SaidCall[] {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true)
  const found: SaidCall[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const by = node.expression.text
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1
      if (SAYING.has(by)) found.push({ by, line, text: textOf(node.arguments[0]) })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function textOf(node: ts.Node | undefined): string | undefined {
  if (node === undefined) return undefined
  if (ts.isStringLiteralLike(node)) return node.text
  if (!ts.isTemplateExpression(node)) return undefined
  return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('{}')
}
