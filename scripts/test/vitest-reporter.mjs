import { appendFileSync } from 'node:fs'

const note = (test) => appendFileSync(process.env.BECKON_TEST_REPORT, `${JSON.stringify(test)}\n`)
const placeOf = (thing) => `${thing.module?.relativeModuleId ?? thing.relativeModuleId ?? ''}`

/** Writes a JSON line for every Vitest test, and for every file or suite that broke outside its tests. */
export class Reporter {
  onTestCaseResult(test) {
    const { state, note: reason } = test.result()
    const name = `${placeOf(test)} > ${test.fullName}`
    note({ name, state, reason: state === 'skipped' ? (reason ?? 'see its name') : undefined })
  }

  onTestSuiteResult(suite) {
    this.#noteErrors(suite, `${placeOf(suite)} > ${suite.fullName}`)
  }

  onTestModuleEnd(module) {
    this.#noteErrors(module, placeOf(module))
  }

  onTestRunEnd(_modules, unhandledErrors) {
    for (const error of unhandledErrors)
      note({ name: 'outside any test', state: 'failed', reason: error.message })
  }

  #noteErrors(holder, name) {
    for (const error of holder.errors()) note({ name, state: 'failed', reason: error.message })
  }
}

// Vitest loads a reporter file by its default export.
export default Reporter
