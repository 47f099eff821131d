import { z } from 'zod'

const pointSchema = z.object({ x: z.number(), y: z.number(), z: z.number() })
const rawHandSchema = z.object({
  /**
   * The model's own word for the picture as it was given. With 0.10.35 it is the person's true hand when the picture is
   * unmirrored (seen on a photograph with readable lettering on the shirt), and the other hand when it is mirrored.
   */
  handedness: z.enum(['Left', 'Right']),
  score: z.number(),
  landmarks: z.array(pointSchema).length(21),
  world: z.array(pointSchema).length(21),
})
const rawPictureSchema = z.object({
  /** Size of the picture that the model saw, padding included. Landmarks are fractions of it. */
  widthPx: z.number(),
  heightPx: z.number(),
  hands: z.array(rawHandSchema),
})
const rawVideoFrameSchema = rawPictureSchema.extend({ atMs: z.number() })

/** What tasks-vision said of one picture, untouched: nothing mirrored, nothing renamed. */
export type RawPicture = z.infer<typeof rawPictureSchema>
export type RawHand = z.infer<typeof rawHandSchema>
/** One frame of a video; `atMs` from its first frame. */
export type RawVideoFrame = z.infer<typeof rawVideoFrameSchema>

export const parseRawPicture = (value: unknown): RawPicture => rawPictureSchema.parse(value)
export const parseRawVideo = (value: unknown): RawVideoFrame[] =>
  z.array(rawVideoFrameSchema).parse(value)
