import { inBackground } from '../../../contract/boundary/faults.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { saidBy } from '../../../contract/words/said-error.ts'
import { say } from '../../../contract/words/say.ts'
import type { LiveUse } from '../../../jobs/queue/live-use.ts'
import { videoWorkerCommand } from '../../../jobs/worker/video-worker-command.ts'
import { failed, ok, type Result } from '../../../contract/boundary/result.ts'
import type { DisposeStack } from '../../../node/dispose-stack.ts'
import type { Host } from '../../system/host/host.ts'
import type { StateStore } from '../../shared/state-store.ts'
import type { VideoLibrary } from './video-library.ts'

interface VideoParts {
  readonly host: Host
  readonly stateStore: StateStore
  readonly disposeStack: DisposeStack
  readonly dataDir: string
  /** Folder of models. */
  readonly resources: string
}

/** What was left unfinished waits until the window has come up and hands are followed. */
const GO_ON_AFTER_MS = 5000

/**
 * Joins the window's videos to the page. They are opened when somebody looks at them, or when there are some from before:
 * those go on by themselves, also while hands are paused, because nothing is controlled by them.
 */
export function setUpVideos(parts: VideoParts): void {
  const { end } = parts.host
  const folder = join(parts.dataDir, 'videos')
  let opening: Promise<Result<VideoLibrary>> | undefined
  const openLibraryOnce = async (): Promise<Result<VideoLibrary>> => {
    opening ??= openLibrary(parts, folder)
    const library = await opening
    if (!library.ok) opening = undefined
    return library
  }
  const withOpenLibrary = async <Value>(
    act: (library: VideoLibrary) => Promise<Result<Value>>,
  ): Promise<Result<Value>> => {
    const library = await openLibraryOnce()
    return library.ok ? act(library.value) : library
  }

  end.handle('openVideos', () => withOpenLibrary((library) => library.open()))
  end.handle('offerVideo', ({ name, sizeBytes }) =>
    withOpenLibrary((library) => library.offer(name, sizeBytes)),
  )
  end.handle('queueOffered', ({ id, jobOptions }) =>
    withOpenLibrary((library) => library.queueOffered(id, jobOptions)),
  )
  end.handle('queueFile', ({ path, jobOptions }) =>
    withOpenLibrary((library) => library.queueFile(path, jobOptions)),
  )
  end.handle('cancelVideo', ({ id }) => withOpenLibrary((library) => library.cancel(id)))
  end.handle('retryVideo', ({ id }) => withOpenLibrary((library) => library.retry(id)))
  end.handle('removeVideo', ({ id }) => withOpenLibrary((library) => library.remove(id)))
  end.handle('showVideo', ({ id }) => withOpenLibrary((library) => library.show(id)))

  const resumeUnfinishedJobs = (): void => {
    const opened = openLibraryOnce().then((library) => reportUnopened(library, parts.stateStore))
    inBackground('videos', opened)
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  end.onConnection((isConnected) => {
    if (!isConnected) return
    const isLeftOver = existsSync(join(folder, 'jobs.sqlite'))
    if (opening !== undefined || !isLeftOver) return
    timer ??= setTimeout(resumeUnfinishedJobs, GO_ON_AFTER_MS)
  })
  parts.disposeStack.add('videos', async () => {
    clearTimeout(timer)
    const library = await opening
    if (library?.ok) await library.value.close()
  })
}

/** Nobody asked: nobody would hear otherwise why their videos do not go on. */
function reportUnopened(library: Result<unknown>, { report }: Pick<StateStore, 'report'>): void {
  if (library.ok) return
  report({ stage: 'host', severity: 'medium', message: library.problem.message })
}

async function openLibrary(
  { host, stateStore, resources }: VideoParts,
  folder: string,
): Promise<Result<VideoLibrary>> {
  const worker = {
    command: videoWorkerCommand(join(resources, 'models/onnx')),
    // Electron's program is Node as well, when it is told so.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  }
  try {
    const { openVideos } = await import('./open-videos.ts')
    const library = await openVideos({
      folder,
      worker,
      liveUse: handsInView(stateStore),
      expose: (file) => host.expose(file),
      expectUpload: host.expectUpload?.bind(host),
      publishList: (list) => {
        host.end.publish('videos', list)
      },
      onBug: (error) => {
        const message = say('A video could not be worked on: {}', saidBy(error))
        stateStore.report({ stage: 'host', severity: 'medium', message })
      },
      onMishap: (message) => {
        stateStore.report({ stage: 'host', severity: 'medium', message })
      },
    })
    return ok(library)
  } catch (error) {
    return failed(say('Your videos cannot be opened: {}', saidBy(error)))
  }
}

/** Hands are followed, whether they act or are about to. */
function handsInView(stateStore: StateStore): LiveUse {
  const areHandsFollowed = (): boolean =>
    stateStore.current().handCount > 0 && stateStore.current().mode !== 'paused'
  return {
    isOn: areHandsFollowed,
    onChange: (listener) => {
      let was = areHandsFollowed()
      return stateStore.onChange(() => {
        if (areHandsFollowed() === was) return
        was = areHandsFollowed()
        listener()
      })
    },
  }
}
