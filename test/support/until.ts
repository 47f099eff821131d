/** Asks again and again until `look` answers something; fails by name after `withinMs`. For what no event announces. */
export async function until<Value>(
  what: string,
  look: () => Value | undefined | false | Promise<Value | undefined | false>,
  withinMs = 5000,
): Promise<Value> {
  const deadline = performance.now() + withinMs
  for (;;) {
    const seen = await look()
    if (seen !== undefined && seen !== false) return seen
    if (performance.now() > deadline) throw new Error(`Waited ${withinMs} ms for ${what}.`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
