import { SaidError } from '../../../../contract/words/said-error.ts'
import { say } from '../../../../contract/words/say.ts'
import { messageOf } from '../../../../contract/boundary/error-message.ts'
import type { Outcome } from '../sinks/sink.ts'
import { answering } from './answering-backend.ts'
import type { VolumeBackend, VolumeLevel } from './backend.ts'

export interface VolumeSink {
  set(levelRatio: number): Outcome
  step(stepRatio: number): Outcome
  mute(muted: boolean | 'toggle'): Outcome
  read(): Promise<VolumeLevel>
}

export interface SystemVolume extends VolumeSink {
  /** The backend in use; nothing when no mixer was found. */
  backendName(): string | undefined
}

/** A mixer may round to its own steps; the coarsest cards in use have 16 of them. */
const COARSEST_STEP = 1 / 15

/**
 * The first backend that can read the volume is kept. When it fails later (the audio service was restarted, the sound
 * card pulled out) the failure is passed on and the next call looks for a mixer again. What was set is read back: some mixers
 * answer that all is well and do nothing.
 */
export function createVolumeSink(backends: readonly VolumeBackend[]): SystemVolume {
  const answers = backends.map((backend) => answering(backend))
  let current: VolumeBackend | undefined

  const withBackend = async <Value>(
    act: (backend: VolumeBackend) => Promise<Value>,
  ): Promise<Value> => {
    current ??= await firstWorking(answers)
    try {
      return await act(current)
    } catch (error) {
      current = undefined
      throw error
    }
  }
  return {
    backendName: () => current?.name,
    read: () => withBackend((backend) => backend.read()),
    set: (levelRatio) => withBackend((backend) => setLevel(backend, levelRatio)),
    step: (stepRatio) =>
      withBackend(async (backend) => {
        const { levelRatio } = await backend.read()
        await setLevel(backend, steppedLevel(levelRatio, stepRatio))
      }),
    mute: (muted) =>
      withBackend(async (backend) => {
        const isMuted = muted === 'toggle' ? !(await backend.read()).isMuted : muted
        await backend.setMuted(isMuted)
        if ((await backend.read()).isMuted !== isMuted) throw unchanged(backend)
      }),
  }
}

async function setLevel(backend: VolumeBackend, levelRatio: number): Promise<void> {
  await backend.setLevel(levelRatio)
  const now = await backend.read()
  if (Math.abs(now.levelRatio - levelRatio) > COARSEST_STEP) throw unchanged(backend)
}

const unchanged = ({ name }: VolumeBackend): SaidError =>
  new SaidError(say('{} did not change the volume', name))

/** A step never leaves 0..1, and one up from beyond full (some mixers amplify) does not turn it down. */
export function steppedLevel(levelRatio: number, stepRatio: number): number {
  const target = levelRatio + stepRatio
  return Math.max(0, Math.min(target, Math.max(1, Math.min(levelRatio, target))))
}

async function firstWorking(backends: readonly VolumeBackend[]): Promise<VolumeBackend> {
  const failures: string[] = []
  for (const backend of backends) {
    try {
      asLevel(await backend.read())
      return backend
    } catch (error) {
      failures.push(`${backend.name}: ${firstLine(error)}`)
    }
  }
  throw new SaidError(say('No mixer was found ({}).', failures.join('; ')))
}

function asLevel(level: VolumeLevel): VolumeLevel {
  if (!Number.isFinite(level.levelRatio)) throw new Error('its volume is not a number')
  return level
}

function firstLine(error: unknown): string {
  const text = messageOf(error)
  return text.split('\n')[0] ?? ''
}
