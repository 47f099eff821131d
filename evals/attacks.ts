import { parseArgs } from 'node:util'
import { report } from './attacks/report.ts'
import {
  attackApp,
  attackMachine,
  attackService,
  QUICK,
  whileSlowClientsWait,
  type Wanted,
} from './attacks/stages.ts'

/*
 * Attacks on the service and the app, real ones, in folders that are thrown away: what web pages elsewhere, other users, files from
 * strangers and programs without a secret may try. `npm run eval -- attacks [--quick] [--only PART-OF-A-KIND,…]`
 *
 * Every attempt is a row of data with how it is told whether it was refused. The service and the app are asked for a sign of
 * life all along. Some need root, to become another user or to mount a small disk; elsewhere these are named as not tried.
 */
const { values } = parseArgs({
  options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } },
})
const parts = values.only?.split(',') ?? ['']
const isWanted: Wanted = ({ kind }) =>
  parts.some((part) => kind.includes(part)) &&
  (!values.quick || QUICK.some((one) => one.kind === kind))

const startedAtMs = performance.now()
const results = await whileSlowClientsWait(isWanted, async () => [
  await attackService(isWanted),
  await attackApp(isWanted),
  await attackMachine(isWanted),
])
const hungS = results.reduce((sum, { secondsHung }) => sum + secondsHung, 0)
const figures = report(
  results.flatMap(({ strikes }) => strikes),
  hungS,
)
console.log(`${((performance.now() - startedAtMs) / 1000).toFixed(0)} s`)
console.log(JSON.stringify({ eval: 'attacks', figures }))
process.exitCode = figures.gotThrough + figures.processesEnded + figures.secondsHung === 0 ? 0 : 1
