import ts from 'typescript'

/** A sentence in a program's text, with `{}` for what differs. */
export interface Sentence {
  readonly line: number
  readonly text: string
}

/** Sentences for people: they begin with a capital and have a space in them, or end as sentences do. */
export const isSentence = (text: string): boolean =>
  /^[“"]?\p{Lu}\p{Ll}+.* /u.test(text) || /^\p{L}.* .*[.?!…]$/u.test(text)

/** Every text of a program that `isTaken` takes; what is thrown is for us, and what is said as a sentence is known. */
export function textsIn(source: string, isTaken: (text: string) => boolean): readonly Sentence[] {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true)
  const found: Sentence[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isThrowStatement(node) || isNewError(node) || ts.isImportDeclaration(node)) return
    if (isSaying(node)) return
    const text = textOf(node)
    if (text !== undefined && isTaken(text)) {
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

const isSaying = (node: ts.Node): boolean =>
  ts.isCallExpression(node) && node.expression.getText() === 'say'
