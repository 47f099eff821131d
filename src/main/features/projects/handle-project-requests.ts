import type { MainEnd } from '../../../contract/boundary/endpoints.ts'
import { ok } from '../../../contract/boundary/result.ts'
import type { ProjectEditor } from './project-editor.ts'

/** What the window may ask of projects besides switching to one. */
export function answerProjectRequests(
  end: MainEnd,
  editor: ProjectEditor,
  keys: ReadonlySet<string>,
): void {
  end.answer('readProject', ({ id }) => editor.read(id))
  end.answer('readKeyNames', () => ok({ keys: [...keys] }))
  end.answer('createProject', ({ name }) => editor.create(name))
  end.answer('duplicateProject', ({ id }) => editor.duplicate(id))
  end.answer('saveProject', ({ project, revision }) => editor.save(project, revision))
  end.answer('renameProject', ({ id, name }) => editor.rename(id, name))
  end.answer('moveProject', ({ id, toIndex }) => editor.move(id, toIndex))
  end.answer('deleteProject', ({ id }) => editor.remove(id))
  end.answer('resetProject', ({ id }) => editor.reset(id))
  end.answer('undoProject', ({ undo }) => editor.undo(undo))
  end.answer('readDeletedProjects', () => editor.deleted())
  end.answer('restoreProject', ({ id }) => editor.restore(id))
  end.answer('exportProject', ({ id }) => editor.exportText(id))
  end.answer('importProject', ({ fileName, text }) => editor.importText(fileName, text))
}
