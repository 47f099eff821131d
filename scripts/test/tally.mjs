/** One test as a runner reports it: `{name, state: 'passed' | 'failed' | 'skipped', reason?}`. */

/**
 * Adds up what every stage reported. A stage that ended badly without naming a failed test counts as one failure, so
 * that nothing goes wrong unseen; so does a stage of tests in which no test ran.
 */
export function tally(stages) {
  const tests = stages.flatMap((stage) => [...stage.tests, ...unnamedFailure(stage)])
  const named = (state) => tests.filter((test) => test.state === state)
  return { passed: named('passed').length, failed: named('failed'), skipped: named('skipped') }
}

/** The lines that close a run: what failed, what was left out and why, and the sum. */
export function closingLines({ passed, failed, skipped }) {
  const line = (word, { name, reason }) =>
    `${word} ${name}${reason ? ` (${reason.split('\n')[0]})` : ''}`
  const left = skipped.length > 0 ? `, ${skipped.length} skipped` : ''
  return [
    ...skipped.map((test) => line('Skipped:', test)),
    ...failed.map((test) => line('Failed:', test)),
    `${passed} passed, ${failed.length} failed${left}`,
  ]
}

function unnamedFailure({ name, exitCode, tests }) {
  if (tests.some((test) => test.state === 'failed')) return []
  if (exitCode !== 0) return [{ name, state: 'failed', reason: `ended with code ${exitCode}` }]
  if (tests.length === 0) return [{ name, state: 'failed', reason: 'no test ran' }]
  return []
}
