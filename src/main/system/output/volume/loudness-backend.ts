import type { VolumeBackend } from './backend.ts'

/** The `loudness` package: Windows, macOS, and Linux through ALSA's amixer. Loaded late: it throws on other systems. */
export function loudnessBackend(): VolumeBackend {
  const loadLoudness = async () => (await import('loudness')).default
  return {
    name: 'loudness',
    read: async () => {
      const loudness = await loadLoudness()
      const levelRatio = (await loudness.getVolume()) / 100
      return { levelRatio, isMuted: await loudness.getMuted() }
    },
    setLevel: async (levelRatio) => (await loadLoudness()).setVolume(Math.round(levelRatio * 100)),
    setMuted: async (isMuted) => (await loadLoudness()).setMuted(isMuted),
  }
}
