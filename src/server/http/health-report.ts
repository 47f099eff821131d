/** How a part of the service is, for who asks; `trouble` makes the whole degraded. */
export interface HealthSign {
  readonly trouble: string | undefined
  readonly said: object
}

/** Parts are opened side by side and do not know one another: each adds what it can tell. */
export type LookAtHealth = () => Promise<HealthSign>

/** What all of them say, and the first trouble. Never rejects. */
export async function lookAtAll(looks: readonly LookAtHealth[]): Promise<HealthSign> {
  const signs = await Promise.all(looks.map((look) => look()))
  const trouble = signs.find((sign) => sign.trouble !== undefined)?.trouble
  return { trouble, said: Object.assign({}, ...signs.map(({ said }) => said)) }
}
