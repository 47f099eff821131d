import { outputOf } from '../sinks/tool-output.ts'
import type { VolumeBackend } from './backend.ts'

const SINK = '@DEFAULT_SINK@'

/** PulseAudio's tool, which also speaks to PipeTransport. */
export function pactlBackend(): VolumeBackend {
  return {
    name: 'pactl',
    read: async () => {
      const [level, mute] = await Promise.all([
        outputOf('pactl', ['get-sink-volume', SINK]),
        outputOf('pactl', ['get-sink-mute', SINK]),
      ])
      return { levelRatio: parsePactlLevel(level), isMuted: mute.includes('yes') }
    },
    setLevel: async (levelRatio) => {
      await outputOf('pactl', ['set-sink-volume', SINK, `${(levelRatio * 100).toFixed(1)}%`])
    },
    setMuted: async (isMuted) => {
      await outputOf('pactl', ['set-sink-mute', SINK, isMuted ? '1' : '0'])
    },
  }
}

/** Reads `Volume: front-left: 29491 /  45% / -20.81 dB, ...` : the loudest channel, 0..1 of full. */
export function parsePactlLevel(text: string): number {
  const percents = [...text.matchAll(/(?<!\d)(\d+)%/g)].map((match) => Number(match[1]))
  if (percents.length === 0) throw new Error('pactl did not say how loud it is')
  return Math.max(...percents) / 100
}
