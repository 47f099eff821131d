import { join } from 'node:path'
import { BARS, type HouseFigure } from './house/bars.ts'
import { readSources } from './house/source-file.ts'
import { survey } from './house/survey.ts'
import { circlesIn, cruise, exceptionsIn } from './house/walls.ts'

/*
 * How well the house is kept: how full its folders are, how long its files and functions, and whether its walls hold.
 * Fails when a figure is over its bar, and names what is. `npm run eval -- house`; `npm test -- house` runs the same.
 */
const ROOT = join(import.meta.dirname, '..')

const walls = cruise(ROOT)
const { figures, offenders } = survey(readSources(ROOT), circlesIn(walls), exceptionsIn(walls))
const names = Object.keys(BARS) as readonly HouseFigure[]
console.table(
  Object.fromEntries(
    names.map((name) => [
      name,
      { what: BARS[name].what, is: figures[name], atMost: BARS[name].atMost },
    ]),
  ),
)
for (const offender of offenders) console.log(offender)
console.log(JSON.stringify({ eval: 'house', figures }))
process.exitCode = names.some((name) => figures[name] > BARS[name].atMost) ? 1 : 0
