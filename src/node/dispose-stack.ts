import { messageOf } from '../contract/boundary/error-message.ts'

/** Undoes what was set up, last first. One failing step never keeps the next from running. */
export interface DisposeStack {
  add(name: string, close: () => unknown): void
  /** Safe to call twice; the second call waits for the first. Returns what failed, by name. */
  close(): Promise<readonly string[]>
}

export function createDisposeStack(): DisposeStack {
  const steps: { readonly name: string; readonly close: () => unknown }[] = []
  let closing: Promise<readonly string[]> | undefined

  const closeAll = async (): Promise<readonly string[]> => {
    const failures: string[] = []
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      try {
        await step.close()
      } catch (error) {
        failures.push(`${step.name}: ${messageOf(error)}`)
      }
    }
    return failures
  }
  return {
    add: (name, close) => {
      steps.push({ name, close })
    },
    close: () => (closing ??= closeAll()),
  }
}
