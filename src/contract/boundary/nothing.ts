import { z } from 'zod'

/** The payload of a message that says all by its name, and the answer to one that asks for nothing but to be done. */
export const nothing = z.strictObject({})
