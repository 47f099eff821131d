/**
 * `void f()` of a promise says "nobody waits for this", and so nobody hears when it fails: in a process that lives long that
 * is its end, or a fault that is never told. What runs by itself goes through `inBackground`, which reports it with its stage.
 * Fine is what hears its own failure: `void f().catch(handle)`, `void f().then(take, handle)`.
 */
export const noUnheardRejection = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      unheard:
        'Nobody hears when this fails: inBackground(stage, …) (contract/boundary/faults.ts) reports it, or handle it with .catch.',
    },
  },
  create(context) {
    const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices
    const checker = program.getTypeChecker()
    return {
      'UnaryExpression[operator="void"]'({ argument }) {
        if (hearsItself(argument)) return
        const type = checker.getTypeAtLocation(esTreeNodeToTSNodeMap.get(argument))
        if (isThenable(checker, type)) context.report({ node: argument, messageId: 'unheard' })
      },
    }
  },
}

/** The last call of the chain takes a failure, and nothing follows that could fail after it. */
function hearsItself(node) {
  if (node.type === 'ChainExpression') return hearsItself(node.expression)
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false
  const { name } = node.callee.property
  if (name === 'catch') return node.arguments.length > 0
  return name === 'then' && node.arguments.length > 1
}

function isThenable(checker, type) {
  if (type.isUnion()) return type.types.some((one) => isThenable(checker, one))
  const then = type.getProperty('then')
  return then !== undefined && checker.getTypeOfSymbol(then).getCallSignatures().length > 0
}
