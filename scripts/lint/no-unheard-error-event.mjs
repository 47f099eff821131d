/**
 * An emitter whose `error` event nobody hears throws it, and ends the process: a child that cannot be started, a stream on a
 * full disk, a server without descriptors. Whoever makes one of these listens where it is made: `.on('error', …)` (`once` hears
 * the first alone), `addEventListener('error', …)`, `pipeline(…)`, or `hearErrors(…)` (node/hear-errors.ts), which hears a child's streams, too.
 */
const MAKERS = {
  'node:child_process': ['spawn', 'fork'],
  'node:fs': ['createReadStream', 'createWriteStream', 'watch'],
  'node:http': ['createServer', 'request'],
  'node:net': ['createServer', 'connect', 'createConnection'],
  'node:worker_threads': ['Worker'],
  ws: ['WebSocket', 'WebSocketServer'],
  bullmq: ['Queue', 'QueueEvents', 'Worker'],
  ioredis: ['Redis'],
}
/** Of the page. */
const GLOBALS = ['Worker', 'SharedWorker', 'WebSocket', 'EventSource']
const HEARERS = ['pipeline', 'hearErrors']
const LISTENING = ['on', 'addEventListener']

export const noUnheardErrorEvent = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      unheard:
        "Nobody hears its 'error' event, which then ends the process: .on('error', …) here, or hearErrors(…) (node/hear-errors.ts).",
    },
  },
  create(context) {
    const made = []
    const listening = new Set()
    const text = (node) => context.sourceCode.getText(node)
    const look = (node) => {
      if (isMaker(context.sourceCode.getScope(node), node)) made.push(node)
    }
    return {
      NewExpression: look,
      CallExpression(node) {
        look(node)
        const { callee, arguments: given } = node
        if (callee.type === 'Identifier' && HEARERS.includes(callee.name)) {
          for (const one of given) listening.add(text(one))
        }
        if (hearsErrors(node)) listening.add(text(rootOf(callee.object)))
      },
      AssignmentExpression({ left }) {
        if (left.type === 'MemberExpression' && left.property.name === 'onerror') {
          listening.add(text(left.object))
        }
      },
      'Program:exit'() {
        for (const node of made) {
          const name = nameOf(node)
          const isHeard = listening.has(text(node)) || (name && listening.has(text(name)))
          if (!isHeard) context.report({ node, messageId: 'unheard' })
        }
      },
    }
  },
}

function isMaker(scope, { callee }) {
  if (callee.type !== 'Identifier') return false
  const definition = definitionOf(scope, callee.name)
  if (definition === undefined) return GLOBALS.includes(callee.name)
  if (definition.type !== 'ImportBinding') return false
  const names = MAKERS[definition.parent.source.value] ?? []
  return names.includes(definition.node.imported?.name)
}

function definitionOf(scope, name) {
  for (let at = scope; at !== null; at = at.upper) {
    const [definition] = at.set.get(name)?.defs ?? []
    if (definition !== undefined) return definition
  }
  return undefined
}

/** `x.on('error', …)` and its like. */
function hearsErrors({ callee, arguments: given }) {
  if (callee.type !== 'MemberExpression' || !LISTENING.includes(callee.property.name)) return false
  return given[0]?.type === 'Literal' && given[0].value === 'error'
}

/** Of `x.on(…).on(…)`, x: what a chain of listening begins with. */
function rootOf(node) {
  const { callee } = node
  const isLink =
    node.type === 'CallExpression' &&
    callee.type === 'MemberExpression' &&
    LISTENING.includes(callee.property.name)
  return isLink ? rootOf(callee.object) : node
}

/** What it is kept as: `x` of `const x = …` and of `x = …`. */
function nameOf(node) {
  const { parent } = node
  if (parent.type === 'VariableDeclarator') return parent.id
  return parent.type === 'AssignmentExpression' ? parent.left : undefined
}
