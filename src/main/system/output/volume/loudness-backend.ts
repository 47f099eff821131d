import type { VolumeBackend } from './backend.ts'

/** The `loudness` package: Windows, macOS, and Linux through ALSA's amixer. Loaded late: it throws on other systems. */
export function loudnessBackend(): VolumeBackend {
  const load = async () => (await import('loudness')).default
  return {
    name: 'loudness',
    read: async () => {
      const loudness = await load()
      const levelRatio = (await loudness.getVolume()) / 100
      return { levelRatio, isMuted: await loudness.getMuted() }
    },
    setLevel: async (levelRatio) => (await load()).setVolume(Math.round(levelRatio * 100)),
    setMuted: async (isMuted) => (await load()).setMuted(isMuted),
  }
}
