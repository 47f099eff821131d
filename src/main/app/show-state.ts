import type { AppState } from '../../contract/channels/app-state.ts'
import { projectList } from '../features/projects/project-list.ts'
import type { ProjectStore } from '../features/projects/project-store.ts'
import { followChosenLanguage } from '../features/settings/follow-chosen-language.ts'
import type { StateStore } from '../shared/state-store.ts'
import type { Host } from '../system/host/host.ts'
import type { SettingsStore } from '../system/storage/settings-store.ts'

/** Page and host show how things are, and go by what people chose, in the language that they chose. */
export function showState(parts: {
  readonly host: Host
  readonly services: { readonly projects: ProjectStore; readonly settings: SettingsStore }
  readonly stateStore: StateStore
}): void {
  const { host, services, stateStore } = parts
  const { projects, settings } = services
  const showOnHost = (state: AppState): void => {
    host.end.publish('state', state)
    host.show(state, projects.summaries())
  }
  showOnHost(stateStore.current())
  stateStore.onChange(showOnHost)
  settings.follow((chosen) => {
    host.end.publish('settings', chosen)
    host.follow(chosen)
  })
  followChosenLanguage(settings, () => {
    host.end.publish('projects', projectList(projects))
    host.show(stateStore.current(), projects.summaries())
  })
}
