import { failed, type Result } from '../../../../contract/boundary/result.ts'
import { say } from '../../../../contract/words/say.ts'
import type { StageProblem } from '../../../../contract/channels/status.ts'
import { desktopOf } from '../../../../core/geometry/desktop.ts'
import type { Desktop, ScreenRect } from '../../../../core/geometry/point.ts'
import { programPath } from '../../../../node/program-path.ts'
import { verbatim, type Sentence } from '../../../../core/sentence/sentence.ts'
import { createInputStandby } from '../input/input-standby.ts'
import { openInputClient, type InputClient } from '../input/input-client.ts'
import { createSystemSinks, type Sinks } from './sink-registry.ts'
import { readX11Monitors } from '../x11/x11-monitors.ts'
import { loudnessBackend } from '../volume/loudness-backend.ts'
import { pactlBackend } from '../volume/pactl-backend.ts'
import { createVolumeSink, type SystemVolume } from '../volume/volume-sink.ts'
import { wpctlBackend } from '../volume/wpctl-backend.ts'

export interface SystemSinks {
  readonly sinks: Sinks
  /** The desktop in physical pixels, as the input library sees it. */
  readonly desktop: Desktop
  /** The monitors as they are now; undefined where the system does not tell. */
  readonly readDesktop: () => Promise<Desktop | undefined>
  /** What does not work here, each with what to do; its sink does nothing. */
  readonly problems: readonly StageProblem[]
  /** The mixer in use: `loudness`, `wpctl`, `pactl`, or nothing. */
  readonly volumeBackend: Sentence | undefined
  readonly canMovePointer: boolean
  /** Ends the input process, which lets go of what is held. Close the dispatcher first. */
  close(): Promise<void>
}

/** For the picture and the coordinates when nothing can be moved anyway. */
const ASSUMED_DESKTOP: ScreenRect = { left: 0, top: 0, width: 1280, height: 800 }
const REOPEN_PAUSE_MS = 250

/**
 * Opens this computer's pointer, keyboard, mixer, media keys and launcher. Never fails: what is missing is named. X itself is asked for
 * monitors first, then the host.
 */
export async function openSystemSinks(
  readHostMonitors: () => Desktop | undefined = () => undefined,
): Promise<SystemSinks> {
  const readDesktop = async (): Promise<Desktop | undefined> =>
    (await readX11Monitors()) ?? readHostMonitors()
  const volume = createVolumeSink([loudnessBackend(), wpctlBackend(), pactlBackend()])
  const [input, noMixer, monitors] = await Promise.all([
    openInput(),
    volume.read().then(noError, String),
    readDesktop(),
  ])
  const whole = input.ok ? desktopOf([input.value.desktop]) : undefined
  const desktop = monitors ?? whole ?? ASSUMED_DESKTOP
  const problems: StageProblem[] = []
  if (!input.ok) problems.push({ stage: 'output', severity: 'high', ...input.problem })
  if (input.ok && monitors === undefined && whole === undefined) problems.push(NO_MONITOR)
  if (input.ok && isWaylandSession()) problems.push(WAYLAND)
  if (noMixer !== undefined) {
    const message = say('The volume cannot be changed: no mixer was found.')
    problems.push({ stage: 'output', severity: 'medium', message, fix: MIXER_FIX })
  }
  const standby = input.ok
    ? createInputStandby(input.value, openInput, () => performance.now(), REOPEN_PAUSE_MS)
    : undefined
  return {
    // A mixer may come later, as at a start with the session: it is looked for again when it is needed.
    sinks: createSystemSinks({ input: standby, volume }),
    desktop,
    readDesktop,
    problems,
    volumeBackend: nameOf(volume),
    canMovePointer: input.ok,
    close: async () => standby?.close(),
  }
}

const nameOf = (volume: SystemVolume): Sentence | undefined => {
  const name = volume.backendName()
  return name === undefined ? undefined : verbatim(name)
}

const MIXER_FIX = say(
  'Plug in or switch on a sound device; on Linux install alsa-utils, or pulseaudio-utils for pactl. The next volume gesture looks again.',
)
const NO_MONITOR: StageProblem = {
  stage: 'output',
  severity: 'medium',
  message: say(
    'The size of the screen is not known; {} × {} is assumed.',
    ASSUMED_DESKTOP.width,
    ASSUMED_DESKTOP.height,
  ),
  fix: say('Switch a monitor on; on Linux install x11-xserver-utils.'),
}
const WAYLAND: StageProblem = {
  stage: 'output',
  severity: 'medium',
  message: say(
    'This is a Wayland session: only windows that run through XWayland can be controlled.',
  ),
  fix: say('Choose the Xorg (X11) session on the log-in screen.'),
}

async function openInput(): Promise<Result<InputClient>> {
  if (process.platform === 'linux' && !process.env['DISPLAY']) {
    return failed(
      say('The pointer cannot be moved: there is no X display.'),
      say('Start Beckon from a desktop session, or set DISPLAY to a running X server.'),
    )
  }
  return openInputClient(programPath('input-process'))
}

function isWaylandSession(): boolean {
  return process.platform === 'linux' && process.env['XDG_SESSION_TYPE'] === 'wayland'
}

const noError = (): undefined => undefined
