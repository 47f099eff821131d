import { outputOf } from '../sinks/tool-output.ts'
import type { VolumeBackend, VolumeLevel } from './backend.ts'

const SINK = '@DEFAULT_AUDIO_SINK@'

/** PipeTransport's own tool. */
export function wpctlBackend(): VolumeBackend {
  return {
    name: 'wpctl',
    read: async () => parseWpctl(await outputOf('wpctl', ['get-volume', SINK])),
    setLevel: async (levelRatio) => {
      await outputOf('wpctl', ['set-volume', SINK, levelRatio.toFixed(3)])
    },
    setMuted: async (isMuted) => {
      await outputOf('wpctl', ['set-mute', SINK, isMuted ? '1' : '0'])
    },
  }
}

/** Reads `Volume: 0.45 [MUTED]`. */
export function parseWpctl(text: string): VolumeLevel {
  const level = /Volume:\s*([\d.]+)/.exec(text)?.[1]
  if (level === undefined) throw new Error('wpctl did not say how loud it is')
  return { levelRatio: Number(level), isMuted: text.includes('[MUTED]') }
}
