import type { SideAngle, TrunkAngle } from '../../../core/body/angle-definitions.ts'

/** Joint angles by the names that core gives them. */
export const anglesEnglish = {
  sides: { left: 'left', right: 'right' },
  joints: {
    elbow: 'Elbows',
    shoulder: 'Shoulders',
    wrist: 'Wrists',
    hip: 'Hips',
    knee: 'Knees',
    ankle: 'Ankles',
    neck: 'Neck',
    trunk: 'Lean of the trunk',
    trunkSideways: 'Lean to the left',
    trunkForward: 'Lean forward',
  } satisfies Record<SideAngle | TrunkAngle, string>,
} as const
