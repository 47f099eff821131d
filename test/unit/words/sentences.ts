import ts from 'typescript'

/** A sentence in a program's text, with `{}` for what differs. */
export interface Sentence {
  readonly line: number
  readonly text: string
}

/** Sentences for people: they begin with a capital and have a space in them, or end as sentences do. */
export const isSentence = (text: string): boolean =>
  /^[“"]?\p{Lu}\p{Ll}+.* /u.test(text) || /^\p{L}.* .*[.?!…]$/u.test(text)

/** Every text of a program that `isTaken` takes; what is thrown is for us and stays out. */
export function textsIn(
  source: string,
  isTaken: (node: ts.Node, text: string) => boolean,
): readonly Sentence[] {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true)
  const found: Sentence[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isThrowStatement(node) || isNewError(node) || ts.isImportDeclaration(node)) return
    const text = textOf(node)
    if (text !== undefined && isTaken(node, text)) {
      found.push({ line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, text })
    }
    if (text === undefined || !ts.isTemplateExpression(node)) ts.forEachChild(node, visit)
    else for (const span of node.templateSpans) visit(span.expression)
  }
  visit(file)
  return found
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text
  if (!ts.isTemplateExpression(node)) return undefined
  return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('{}')
}

const isNewError = (node: ts.Node): boolean =>
  ts.isNewExpression(node) && node.expression.getText() === 'Error'

/** The text is handed to `failed`, or stands where people are told something. */
export function isTold(node: ts.Node): boolean {
  for (let at: ts.Node = node; at.parent !== undefined; at = at.parent) {
    const { parent } = at
    if (ts.isCallExpression(parent)) {
      return parent.arguments.some((one) => one === at) && TELLING.has(parent.expression.getText())
    }
    if (ts.isPropertyAssignment(parent)) return TOLD.has(parent.name.getText())
    if (!ts.isConditionalExpression(parent) && !ts.isParenthesizedExpression(parent)) return false
  }
  return false
}
const TELLING = new Set(['failed', 'fine', 'limited', 'broken', 'problem', 'unusable'])
const TOLD = new Set(['message', 'fix', 'reason', 'hint'])
