import ts from 'typescript'
import type { SourceFile } from './source-file.ts'

/** How long one function is, from its first word to its closing brace; what it says in its doc comment is not counted. */
export interface FunctionLength {
  /** For example `src/core/action/effect.ts:12 coalesce`. */
  readonly where: string
  readonly lines: number
}

/** Every function of a file, those inside others too. Of a component its scripts count; its markup has no long ones. */
export function functionLengths({ path, text }: SourceFile): readonly FunctionLength[] {
  const code = path.endsWith('.svelte') ? scriptsOf(text) : text
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS)
  const found: FunctionLength[] = []
  const lineAt = (position: number): number => file.getLineAndCharacterOfPosition(position).line + 1
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const first = lineAt(node.getStart())
      found.push({ where: `${path}:${first} ${nameOf(node)}`, lines: lineAt(node.end) - first + 1 })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** What it is called by, or what the thing is called that it is given to. */
function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name !== undefined) return node.name.getText()
  if (ts.isConstructorDeclaration(node)) return 'constructor'
  const { parent } = node
  const isNamed = ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)
  return isNamed || ts.isPropertyDeclaration(parent) ? parent.name.getText() : 'without a name'
}

/** A component's code, its lines where they were. */
function scriptsOf(text: string): string {
  const blank = (rest: string): string => rest.replaceAll(/[^\n]/g, '')
  let code = ''
  let end = 0
  for (const match of text.matchAll(/(<script[^>]*>)([^]*?)<\/script>/g)) {
    const [, tag = '', script = ''] = match
    code += blank(text.slice(end, match.index) + tag) + script
    end = match.index + tag.length + script.length
  }
  return code + blank(text.slice(end))
}
