import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'

const cruiseSchema = z.object({
  summary: z.object({
    violations: z.array(
      z.object({
        rule: z.object({ name: z.string() }),
        cycle: z.array(z.object({ name: z.string() })).optional(),
      }),
    ),
    ruleSetUsed: z.object({
      forbidden: z.array(
        z.object({ name: z.string(), to: z.object({ pathNot: z.unknown().optional() }) }),
      ),
    }),
  }),
})
/** What dependency-cruiser says of `src`, by the rules of the repository. */
export type Cruise = z.infer<typeof cruiseSchema>['summary']

export function cruise(root: string): Cruise {
  const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [tool, 'src', '--config', '.dependency-cruiser.mjs', '--output-type', 'json'],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  if (stdout === '') throw new Error(`cruise: dependency-cruiser said nothing. ${stderr}`)
  return cruiseSchema.parse(JSON.parse(stdout)).summary
}

/** Files that import one another in a ring, each ring once: `a.ts → b.ts`. */
export function circlesIn({ violations }: Cruise): readonly string[] {
  const rings = violations
    .filter(({ rule }) => rule.name === 'no-cycles')
    .map(({ cycle = [] }) => cycle.map(({ name }) => name))
  return [...new Map(rings.map((ring) => [ring.toSorted().join(), ring.join(' → ')])).values()]
}

/** Where a room may import a part of another that it may not import as a whole: `server: main/data-dir`. */
export function exceptionsIn({ ruleSetUsed }: Cruise): readonly string[] {
  const rooms = ruleSetUsed.forbidden.flatMap(({ name, to }) => {
    const room = /^(.+)-imports-only$/.exec(name)?.[1]
    if (room === undefined || typeof to.pathNot !== 'string') return []
    const allowed = /\^src\/\((.*?)\)/.exec(to.pathNot)?.[1]?.split('|') ?? []
    return [{ room, allowed }]
  })
  if (rooms.length === 0) throw new Error('exceptionsIn: no rule "…-imports-only" was found.')
  return rooms.flatMap(({ room, allowed }) =>
    allowed.filter((path) => path.includes('/')).map((path) => `${room}: ${path}`),
  )
}
