/** The stages on the way of a frame, as people can follow them. */
export const STAGES = ['wait', 'detect', 'boundary', 'pipeline', 'pointer'] as const
export type Stage = (typeof STAGES)[number]
