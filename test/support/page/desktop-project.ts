import type { OpenProject } from '../../../src/contract/channels/project-channels.ts'
import desktopFile from '../../../resources/projects/desktop.json?raw'
import { projectFromFile } from '../project-from-file.ts'

/** The project Desktop as the host opens it. */
export const openDesktop: OpenProject = {
  project: projectFromFile(JSON.parse(desktopFile)),
  revision: '1',
  origin: 'shipped',
  inactive: [],
}
