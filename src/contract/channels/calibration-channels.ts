import { z } from 'zod'
import { reliable, request } from '../boundary/channel.ts'

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

const nothing = z.strictObject({})
const side = z.enum(['left', 'right'])

/**
 * The page runs a calibration on its own frames (`startCalibration`, `stepCalibration` in core/tuning) between these. Until it
 * ends, or the page is gone, hands do nothing. Nothing is changed before `keepCalibration`.
 */
export const calibrationRequests = {
  beginCalibration: request(nothing, nothing),
  /** Also after an abort. */
  endCalibration: request(nothing, nothing),
  keepCalibration: request(z.strictObject({ side, calibration: handCalibrationSchema }), nothing),
  /** Back to what suits most hands. */
  forgetCalibration: request(z.strictObject({ side }), nothing),
} as const

/** Which hands are calibrated, and how. */
export const calibrationDownlinks = { calibrations: reliable(calibrationsSchema) } as const
