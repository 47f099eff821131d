/** The steps of the first-run path, in their order. */
export const SETUP_STEPS = [
  'camera',
  'hand',
  'engage',
  'point',
  'click',
  'comfort',
  'done',
] as const
export type SetupStep = (typeof SETUP_STEPS)[number]

/** Where to go on: what was remembered, or the start. */
export function setupStepOf(remembered: string | undefined): SetupStep {
  return SETUP_STEPS.find((step) => step === remembered) ?? 'camera'
}

export function stepAfter(step: SetupStep): SetupStep {
  return SETUP_STEPS[SETUP_STEPS.indexOf(step) + 1] ?? 'done'
}

export function stepBefore(step: SetupStep): SetupStep | undefined {
  return SETUP_STEPS[SETUP_STEPS.indexOf(step) - 1]
}
