import { z } from 'zod'
import { projectSchema } from '../../../contract/project-file/project-schema.ts'

/** A project as it stands in a recording: of any system, so any name may be that of a key; and as it acted. */
export const recordedProject = projectSchema(() => true, {
  isWithheld: z.literal(true).optional(),
})
