import type { MainEndpoint } from '../../../contract/boundary/endpoints.ts'
import { ok } from '../../../contract/boundary/result.ts'
import type { ProjectEditor } from './project-editor.ts'

/** What the window may ask of projects besides switching to one. */
export function handleProjectRequests(
  end: MainEndpoint,
  editor: ProjectEditor,
  keys: ReadonlySet<string>,
): void {
  end.handle('readProject', ({ id }) => editor.read(id))
  end.handle('readKeyNames', () => ok({ keys: [...keys] }))
  end.handle('createProject', ({ name }) => editor.create(name))
  end.handle('duplicateProject', ({ id }) => editor.duplicate(id))
  end.handle('saveProject', ({ project, revision }) => editor.save(project, revision))
  end.handle('renameProject', ({ id, name }) => editor.rename(id, name))
  end.handle('moveProject', ({ id, toIndex }) => editor.move(id, toIndex))
  end.handle('deleteProject', ({ id }) => editor.remove(id))
  end.handle('resetProject', ({ id }) => editor.reset(id))
  end.handle('undoProject', ({ undo }) => editor.undo(undo))
  end.handle('readDeletedProjects', () => editor.deleted())
  end.handle('restoreProject', ({ id }) => editor.restore(id))
  end.handle('exportProject', ({ id }) => editor.exportText(id))
  end.handle('importProject', ({ fileName, text }) => editor.importText(fileName, text))
}
