import { projectSchema } from '../../src/contract/project-file/project-schema.ts'
import type { Project } from '../../src/core/project/project.ts'

const schema = projectSchema(() => true)

/** A project file's content with the defaults for what it leaves out. Throws at what is no project; any name will do for a key. */
export const projectFromFile = (content: unknown): Project => schema.parse(content)
