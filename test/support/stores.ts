import { join } from 'node:path'
import type { Project } from '../../src/core/project/project.ts'
import { knownKeys } from '../../src/main/system/output/input/key-names.ts'
import {
  createProjectEditor,
  type ProjectEditor,
} from '../../src/main/features/projects/project-editor.ts'
import { openProjects, type ProjectStore } from '../../src/main/features/projects/project-store.ts'
import { openProjectTrust } from '../../src/main/features/projects/project-trust.ts'
import { openSettings, type SettingsStore } from '../../src/main/system/storage/settings-store.ts'
import { projectFromFile } from './project-from-file.ts'

/** A project of 12 KB: several blocks of a disk, so that half a file could be seen. */
const BINDINGS = 60

export interface Stores {
  readonly settings: SettingsStore
  readonly store: ProjectStore
  readonly editor: ProjectEditor
}

/** The app's own stores on a folder, as a start of the app opens them; without shipped projects, which nothing writes. */
export async function openStores(folder: string): Promise<Stores> {
  const settings = await openSettings(folder)
  const userDir = join(folder, 'projects')
  const isKey = (name: string): boolean => knownKeys.has(name)
  const trust = await openProjectTrust({ dataDir: folder, userDir, isKey })
  const store = await openProjects({ shippedDir: join(folder, 'none'), userDir, isKey, trust })
  settings.follow((chosen) => store.arrange(chosen))
  return {
    settings,
    store,
    editor: createProjectEditor({ store, userDir, isKey, settings, trust }),
  }
}

/** The project with this number all over it. */
export function stamped(project: Project, number: number): Project {
  const binding = {
    gesture: 'pose.fist',
    hand: 'either',
    trigger: { mode: 'once', dwellMs: 0, repeatMs: 0 },
    action: { kind: 'key.text', text: String(number) },
  }
  const bindings = Array.from({ length: BINDINGS }, () => binding)
  return projectFromFile({ ...project, about: String(number), bindings })
}

/** The number that is all over it, or nothing when it is not one. */
export function stampOf({ about, bindings }: Project): number | undefined {
  const isWhole =
    bindings.length === BINDINGS &&
    bindings.every(({ action }) => action.kind === 'key.text' && action.text === about)
  return isWhole ? Number(about) : undefined
}
