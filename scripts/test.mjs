/**
 * Runs every check in order and counts them: `npm test`, or `npm test -- types unit` for some. A failing stage does not
 * stop the later ones. The last line is the sum.
 */
import { STAGE_NAMES, runStage } from './test/stages.mjs'
import { closingLines, tally } from './test/tally.mjs'

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !STAGE_NAMES.includes(name))
if (unknown.length > 0) {
  console.error(`There is no "${unknown[0]}". There is: ${STAGE_NAMES.join(', ')}.`)
  process.exit(2)
}

const stages = []
for (const name of asked.length > 0 ? asked : STAGE_NAMES) {
  const startedAtMs = Date.now()
  console.log(`\n── ${name}`)
  const stage = runStage(name)
  stages.push(stage)
  const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1)
  console.log(`${name}: ${stage.exitCode === 0 ? 'passed' : 'FAILED'} in ${seconds} s`)
}

const sum = tally(stages)
console.log(`\n${closingLines(sum).join('\n')}`)
process.exitCode = sum.failed.length > 0 ? 1 : 0
