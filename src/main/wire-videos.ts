import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { saidBy } from '../contract/said-error.ts'
import { say } from '../contract/say.ts'
import type { LiveUse } from '../jobs/live-use.ts'
import { videoWorkerCommand } from '../jobs/video-worker-command.ts'
import { failed, ok, type Result } from '../contract/result.ts'
import type { ClosingStack } from './closing-stack.ts'
import type { Host } from './host/host.ts'
import type { StateBoard } from './state-board.ts'
import type { VideoKeeper } from './videos/video-keeper.ts'

interface VideoWiring {
  readonly host: Host
  readonly board: StateBoard
  readonly closing: ClosingStack
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
export function wireVideos(wiring: VideoWiring): void {
  const { host, closing } = wiring
  const { end } = host
  const folder = join(wiring.dataDir, 'videos')
  let opening: Promise<Result<VideoKeeper>> | undefined
  const opened = async (): Promise<Result<VideoKeeper>> => {
    opening ??= open(wiring, folder)
    const keeper = await opening
    if (!keeper.ok) opening = undefined
    return keeper
  }
  const kept = async <Value>(
    act: (keeper: VideoKeeper) => Promise<Result<Value>>,
  ): Promise<Result<Value>> => {
    const keeper = await opened()
    return keeper.ok ? act(keeper.value) : keeper
  }

  end.answer('openVideos', () => kept((keeper) => keeper.look()))
  end.answer('offerVideo', ({ name, sizeBytes }) => kept((keeper) => keeper.offer(name, sizeBytes)))
  end.answer('queueOffered', ({ id, wishes }) => kept((keeper) => keeper.queueOffered(id, wishes)))
  end.answer('queueFile', ({ path, wishes }) => kept((keeper) => keeper.queueFile(path, wishes)))
  end.answer('cancelVideo', ({ id }) => kept((keeper) => keeper.cancel(id)))
  end.answer('retryVideo', ({ id }) => kept((keeper) => keeper.retry(id)))
  end.answer('removeVideo', ({ id }) => kept((keeper) => keeper.remove(id)))
  end.answer('showVideo', ({ id }) => kept((keeper) => keeper.show(id)))

  const goOn = (): void => void opened()
  let timer: ReturnType<typeof setTimeout> | undefined
  end.onConnection((isConnected) => {
    if (!isConnected) return
    const isLeftOver = existsSync(join(folder, 'jobs.sqlite'))
    if (opening === undefined && isLeftOver) timer ??= setTimeout(goOn, GO_ON_AFTER_MS)
  })
  closing.add('videos', async () => {
    clearTimeout(timer)
    const keeper = await opening
    if (keeper?.ok) await keeper.value.close()
  })
}

async function open(
  { host, board, resources }: VideoWiring,
  folder: string,
): Promise<Result<VideoKeeper>> {
  const { openVideos } = await import('./videos/open-videos.ts')
  const worker = {
    command: videoWorkerCommand(join(resources, 'models/onnx')),
    // Electron's program is Node as well, when it is told so.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  }
  try {
    const keeper = await openVideos({
      folder,
      worker,
      liveUse: handsInView(board),
      publish: (file) => host.publish(file),
      expectFile: host.expectFile?.bind(host),
      publishList: (list) => {
        host.end.publish('videos', list)
      },
      onBug: (error) => {
        const message = say('A video could not be worked on: {}', saidBy(error))
        board.report({ stage: 'host', severity: 'medium', message })
      },
    })
    return ok(keeper)
  } catch (error) {
    return failed(say('Your videos cannot be opened: {}', saidBy(error)))
  }
}

/** Hands are followed, whether they act or are about to. */
function handsInView(board: StateBoard): LiveUse {
  const isOn = (): boolean => board.current().handCount > 0 && board.current().mode !== 'paused'
  return {
    isOn,
    onChange: (listener) => {
      let was = isOn()
      return board.onChange(() => {
        if (isOn() === was) return
        was = isOn()
        listener()
      })
    },
  }
}
