import { z } from 'zod'
import { request, state } from '../boundary/channel.ts'
import { nothing } from '../boundary/nothing.ts'

/** What was found out about one hand; the limits are those of what can be worked with. */
export const handCalibrationSchema = z.strictObject({
  restNoisePalms: z.number().min(0).max(1),
  minCutoffHz: z.number().min(0.5).max(10),
  reach: z.strictObject({
    widthPalms: z.number().min(0.5).max(20),
    heightPalms: z.number().min(0.5).max(20),
    centre: z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }),
  }),
  pinch: z
    .strictObject({
      touchRatio: z.number().min(0.05).max(0.5),
      partRatio: z.number().min(0.1).max(1),
    })
    .optional(),
})

export const calibrationsSchema = z.strictObject({
  left: handCalibrationSchema.optional(),
  right: handCalibrationSchema.optional(),
})
export type CalibrationsView = z.infer<typeof calibrationsSchema>

const side = z.enum(['left', 'right'])

/** What the page does with hands itself, so that they are to do nothing else. */
export const suspensionSchema = z.enum(['calibration', 'preview'])
export type Suspension = z.infer<typeof suspensionSchema>
const suspension = z.strictObject({ reason: suspensionSchema })

/**
 * The page runs a calibration on its own frames (`startCalibration`, `stepCalibration` in core/tuning), and tries projects on them.
 * Meanwhile hands are suspended: until they are resumed, or the page is gone, they do nothing. Nothing is changed before
 * `keepCalibration`.
 */
export const calibrationRequests = {
  suspendHands: request(suspension, nothing),
  /** Also after an abort. */
  resumeHands: request(suspension, nothing),
  keepCalibration: request(z.strictObject({ side, calibration: handCalibrationSchema }), nothing),
  /** Back to what suits most hands. */
  forgetCalibration: request(z.strictObject({ side }), nothing),
} as const

/** Which hands are calibrated, and how. */
export const calibrationDownlinks = { calibrations: state(calibrationsSchema) } as const
