import { z } from 'zod'
import { jobOptionsSchema } from '../../jobs/queue/job.ts'

/** A job's options as clients write them: `output: 'mp4'` is another word for `annotate`. */
export const askedOptionsSchema = jobOptionsSchema
  .extend({ output: z.enum(['figures', 'mp4']).optional() })
  .transform(({ output, ...options }) => ({
    ...options,
    annotate: options.annotate || output === 'mp4',
  }))
