import { z } from 'zod'
import { KEY_TITLE } from './action-schema.ts'
import { projectSchema } from './project-schema.ts'

/** The form of project files as JSON Schema, for text editors; `keys` are the names that actions may use. */
export function publishedSchema(keys: readonly string[]): object {
  const schema = z.toJSONSchema(
    projectSchema(() => true),
    {
      // As people write it: what has a default may be left out.
      io: 'input',
      override: ({ jsonSchema }) => {
        if (jsonSchema.title === KEY_TITLE) jsonSchema.enum = [...keys]
      },
    },
  )
  const properties = { $schema: { type: 'string' }, ...schema.properties }
  return { ...schema, title: 'Beckon project', properties }
}
