/** What a text says that is none of ours. Undefined for what is no JSON: a tool may end well and have said nothing. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
