import { join } from 'node:path'
import { messageOf } from '../../contract/boundary/error-message.ts'
import { failed, ok, type Result } from '../../contract/boundary/result.ts'
import { say } from '../../contract/words/say.ts'
import type { StageProblem, TrackerCommand } from '../../contract/channels/status.ts'
import type { Project } from '../../core/project/project.ts'
import type { AppOptions } from '../shared/app-options.ts'
import { onlyEnglish, type Sentence } from '../../core/sentence/sentence.ts'
import type { DisposeStack } from '../../node/dispose-stack.ts'
import { openEventLog, type EventLog } from '../shared/event-log.ts'
import { findProject } from '../shared/find-project.ts'
import { createDispatcher, type Dispatcher } from '../system/output/queue/dispatcher.ts'
import { createDryRunSinks, type Sinks } from '../system/output/sinks/sink-registry.ts'
import { knownKeys } from '../system/output/input/key-names.ts'
import { openSystemSinks } from '../system/output/sinks/system-sinks.ts'
import { createProjectEditor, type ProjectEditor } from '../features/projects/project-editor.ts'
import { openProjects, type ProjectStore } from '../features/projects/project-store.ts'
import { openProjectTrust, type ProjectTrust } from '../features/projects/project-trust.ts'
import { openTuning, type TuningStore } from '../features/tuning/tuning-store.ts'
import { openSettings, type SettingsStore } from '../system/storage/settings-store.ts'
import { taskModel } from '../features/tracking/task-model.ts'
import type { Desktop, ScreenPoint, ScreenRect } from '../../core/geometry/point.ts'

export interface AppFolders {
  /** Settings, the user's projects, the browser profile. */
  readonly data: string
  /** Models and shipped projects. */
  readonly resources: string
}

/** Everything outside the frame loop that the app talks to, open and ready. */
export interface Services {
  /** Settings, the user's projects, recordings. */
  readonly dataDir: string
  readonly settings: SettingsStore
  readonly projects: ProjectStore
  readonly projectEditor: ProjectEditor
  readonly projectTrust: ProjectTrust
  readonly tuning: TuningStore
  readonly project: Project
  readonly log: EventLog
  readonly desktop: Desktop
  /** The monitors as they are now; undefined where nobody knows. */
  readonly readDesktop: () => Promise<Desktop | undefined>
  /** To the system, or to nothing under `--dry-run`. */
  readonly dispatcher: Dispatcher
  /** Sends nothing, ever: for a demo hand that nobody asked for. */
  readonly dryDispatcher: Dispatcher
  /** The model of the tasks-vision tracker. */
  readonly trackerModel: TrackerCommand['model']
  /** Where the pointer really is; always the same place under `--dry-run`. */
  readonly pointerPosition: () => Promise<ScreenPoint>
  /** What changes the volume; nothing where there is no mixer. */
  readonly volumeBackend: Sentence | undefined
  readonly problems: readonly StageProblem[]
}

/** The model every tracker needs; the lite one stays for machines that are slow. */
const MODEL = 'hand_landmarker_full.task'

/** Opens them in order; each closes with the stack. Fails with words for the user where going on makes no sense. */
export async function openServices(
  options: AppOptions,
  folders: AppFolders,
  disposeStack: DisposeStack,
  nowMs: () => number,
  readHostMonitors?: () => Desktop | undefined,
): Promise<Result<Services>> {
  const log = await openLog(options.events)
  if (!log.ok) return log
  disposeStack.add('event log', () => log.value.close())

  const kept = await openStoredData(folders, disposeStack)
  const { settings, projects, tuning } = kept
  const project = firstProject(projects, options.project, settings.current().project)
  if (!project.ok) return project

  const system = options.isDryRun ? undefined : await openSystemSinks(readHostMonitors)
  if (system !== undefined) disposeStack.add('input', () => system.close())
  const desktop = system?.desktop ?? DRY_DESKTOP
  const dry = createDryRunSinks()
  const dispatcherFor = (sinks: Sinks): Dispatcher => {
    const dispatcher = createDispatcher({ sinks, desktop, nowMs })
    disposeStack.add('dispatcher', () => dispatcher.close())
    return dispatcher
  }
  return ok({
    dataDir: folders.data,
    ...kept,
    project: project.value,
    log: log.value,
    desktop,
    readDesktop: system?.readDesktop ?? (() => Promise.resolve(undefined)),
    dispatcher: dispatcherFor(system?.sinks ?? createDryRunSinks()),
    pointerPosition: () => (system?.sinks ?? dry).pointer.position(),
    volumeBackend: system === undefined ? say('nothing: a dry run') : system.volumeBackend,
    dryDispatcher: dispatcherFor(createDryRunSinks()),
    trackerModel: await taskModel(folders.resources, MODEL),
    problems: [
      ...(system?.problems ?? []),
      ...settings.problems(),
      ...tuning.problems(),
      ...kept.projectTrust.problems(),
      ...projects.problems(),
    ],
  })
}

/** What is kept of this user's choices, projects and hands. */
async function openStoredData(
  folders: AppFolders,
  disposeStack: DisposeStack,
): Promise<Pick<Services, 'settings' | 'projects' | 'projectEditor' | 'projectTrust' | 'tuning'>> {
  const settings = await openSettings(folders.data)
  disposeStack.add('settings', () => settings.settled())
  const isKey = (name: string): boolean => knownKeys.has(name)
  const userDir = join(folders.data, 'projects')
  const tuning = await openTuning(folders.data)
  const shippedDir = join(folders.resources, 'projects')
  // Before the projects are read: at the first start it goes by what was read before.
  const trust = await openProjectTrust({ dataDir: folders.data, userDir, isKey })
  disposeStack.add('project trust', () => trust.settled())
  const projects = await openProjects({ shippedDir, userDir, isKey, trust })
  disposeStack.add('projects', () => projects.close())
  settings.follow((chosen) => {
    projects.arrange(chosen)
  })
  const projectEditor = createProjectEditor({ store: projects, userDir, isKey, settings, trust })
  return { settings, projects, projectEditor, projectTrust: trust, tuning }
}

/** A common screen, so that a dry run shows coordinates that mean something. */
const DRY_DESKTOP: ScreenRect = { left: 0, top: 0, width: 1920, height: 1080 }

async function openLog(target: string | undefined): Promise<Result<EventLog>> {
  try {
    return ok(await openEventLog(target))
  } catch (error) {
    const reason = messageOf(error)
    return failed(
      onlyEnglish(`The events cannot be written to "${target ?? ''}": ${reason}.`),
      onlyEnglish('Name a file in a folder that exists, or - for the terminal.'),
    )
  }
}

/** A remembered project that is gone gives way to the first there is. */
function firstProject(
  projects: ProjectStore,
  asked: string | undefined,
  remembered: string | undefined,
): Result<Project> {
  const all = projects.list()
  if (asked !== undefined) return findProject(all, asked)
  const known = findProject(all, remembered ?? 'desktop')
  if (known.ok) return known
  const [first] = all
  return first === undefined
    ? failed(
        onlyEnglish('There is no project to start with.'),
        onlyEnglish('Install Beckon again: its shipped projects are missing.'),
      )
    : ok(first)
}
