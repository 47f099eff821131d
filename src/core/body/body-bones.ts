import { BODY_LANDMARKS as AT } from './body.ts'

/** The landmarks that a drawn body joins, in pairs. Hands are one line, faces none. */
export const BODY_BONES: readonly (readonly [number, number])[] = [
  [AT.leftShoulder, AT.rightShoulder],
  [AT.leftHip, AT.rightHip],
  ...(['left', 'right'] as const).flatMap((side): readonly (readonly [number, number])[] => [
    [AT[`${side}Shoulder`], AT[`${side}Hip`]],
    [AT[`${side}Shoulder`], AT[`${side}Elbow`]],
    [AT[`${side}Elbow`], AT[`${side}Wrist`]],
    [AT[`${side}Wrist`], AT[`${side}Index`]],
    [AT[`${side}Hip`], AT[`${side}Knee`]],
    [AT[`${side}Knee`], AT[`${side}Ankle`]],
    [AT[`${side}Ankle`], AT[`${side}Heel`]],
    [AT[`${side}Heel`], AT[`${side}Toes`]],
  ]),
]
