import { inBackground } from '../../contract/boundary/faults.ts'
import type { Mode } from '../../contract/channels/app-state.ts'

/** Short tones for those who look elsewhere: control taken, let go of, and something done. */
export interface Sounds {
  /** Call at every change; the first tells where things stand and is silent. */
  mode(mode: Mode): void
  /** Call with the number of the newest action. */
  playForAction(id: number): void
  close(): void
}

interface Tone {
  readonly fromHz: number
  readonly toHz: number
  readonly lastsS: number
}
const TAKEN: Tone = { fromHz: 440, toHz: 660, lastsS: 0.14 }
const LET_GO: Tone = { fromHz: 660, toHz: 440, lastsS: 0.14 }
const ACTED: Tone = { fromHz: 880, toHz: 880, lastsS: 0.05 }
/** Quiet: it is heard hundreds of times a day. */
const GAIN = 0.06

/** `openAudio` is asked at the first tone: a window that stays silent opens no sound device. */
export function createSounds(openAudio: () => AudioContext = () => new AudioContext()): Sounds {
  let audio: AudioContext | undefined
  let lastMode: Mode | undefined
  let lastId: number | undefined
  const play = (tone: Tone): void => {
    audio ??= openAudio()
    playTone(audio, tone)
  }
  return {
    mode(mode) {
      const before = lastMode
      lastMode = mode
      if (before === undefined || before === mode) return
      if (mode === 'engaged') play(TAKEN)
      else if (before === 'engaged') play(LET_GO)
    },
    playForAction(id) {
      const isNew = lastId !== undefined && id > lastId
      lastId = id
      if (isNew) play(ACTED)
    },
    close() {
      if (audio) inBackground('window', audio.close())
      audio = undefined
    },
  }
}

function playTone(audio: AudioContext, { fromHz, toHz, lastsS }: Tone): void {
  const oscillator = audio.createOscillator()
  const gain = audio.createGain()
  const start = audio.currentTime
  oscillator.frequency.setValueAtTime(fromHz, start)
  oscillator.frequency.linearRampToValueAtTime(toHz, start + lastsS)
  gain.gain.setValueAtTime(0, start)
  gain.gain.linearRampToValueAtTime(GAIN, start + 0.01)
  // Cut off at once it would crackle.
  gain.gain.linearRampToValueAtTime(0, start + lastsS)
  oscillator.connect(gain).connect(audio.destination)
  oscillator.start(start)
  oscillator.stop(start + lastsS)
}
