/** Keys as the host writes them, for example `Control+Alt+B`; undefined while only modifiers are down, or none is. */
export function hotkeyOf(event: KeyboardEvent): string | undefined {
  const key = keyName(event)
  const modifiers = [
    event.ctrlKey && 'Control',
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
    event.metaKey && 'Super',
  ].filter((name) => name !== false)
  const reachesEverywhere = event.ctrlKey || event.altKey || event.metaKey
  return key === undefined || !reachesEverywhere ? undefined : [...modifiers, key].join('+')
}

const NAMED: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Space: 'Space',
  Enter: 'Enter',
  Tab: 'Tab',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
}

/** By the key's place, as hotkeys are: with Alt held, its letter is another one in many layouts. */
function keyName({ code }: KeyboardEvent): string | undefined {
  const letter = /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1]
  const functionKey = /^F([1-9]|1[0-9]|2[0-4])$/.exec(code)?.[0]
  return letter ?? functionKey ?? NAMED[code]
}
