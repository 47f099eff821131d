import { randomUUID } from 'node:crypto'
import type { MainEndpoint } from '../../../contract/boundary/endpoints.ts'
import type { PointingTestResult } from '../../../contract/channels/pointing-test-channels.ts'
import { ok } from '../../../contract/boundary/result.ts'
import { mean } from '../../../core/tuning/statistics.ts'
import { pointingTestSummary } from '../../../core/tuning/pointing-test.ts'
import { pointingTestsCsv } from '../../../core/tuning/pointing-test-csv.ts'
import type { TuningStore } from './tuning-store.ts'

const MOST_RESULTS = 200

/** Keeps what the pointing test measured, with the settings that were in force, so that tuning can be told from hoping. */
export function handlePointingTests(parts: {
  readonly end: MainEndpoint
  readonly file: TuningStore['pointingTests']
  readonly settingsInForce: () => PointingTestResult['settings']
}): void {
  const { end, file, settingsInForce } = parts
  end.handle('keepPointingTest', async ({ tests }) => {
    const conditions = tests.map(({ condition, trials }) => ({
      condition,
      figures: pointingTestSummary(trials, condition),
    }))
    const figures = conditions.map((one) => one.figures)
    const result: PointingTestResult = {
      id: randomUUID(),
      takenAtEpochMs: Date.now(),
      settings: settingsInForce(),
      conditions,
      overall: {
        throughputBitsPerS: mean(figures.map((one) => one.throughputBitsPerS)),
        errorRatio: mean(figures.map((one) => one.errorRatio)),
        movementMs: mean(figures.map((one) => one.movementMs)),
        reentries: mean(figures.map((one) => one.reentries)),
      },
    }
    const kept = await file.change([...file.current(), result].slice(-MOST_RESULTS))
    return kept.ok ? ok({ result }) : kept
  })
  end.handle('listPointingTests', () => ok({ results: [...file.current()] }))
  end.handle('deletePointingTest', ({ id }) =>
    file.change(file.current().filter((one) => one.id !== id)),
  )
  end.handle('exportPointingTests', () =>
    ok({ fileName: 'beckon-pointing-tests.csv', text: pointingTestsCsv(file.current()) }),
  )
}
