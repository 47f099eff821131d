/** How a part of the service is, for who asks; `trouble` makes the whole degraded. */
export interface HealthReport {
  readonly trouble: string | undefined
  readonly said: object
}

/** Parts are opened side by side and do not know one another: each adds what it can tell. */
export type HealthCheck = () => Promise<HealthReport>

/** What all of them say, and the first trouble. Never rejects. */
export async function checkAll(checks: readonly HealthCheck[]): Promise<HealthReport> {
  const signs = await Promise.all(checks.map((look) => look()))
  const trouble = signs.find((sign) => sign.trouble !== undefined)?.trouble
  return { trouble, said: Object.assign({}, ...signs.map(({ said }) => said)) }
}
