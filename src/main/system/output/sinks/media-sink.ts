import type { KeyName, MediaCommand } from '../../../../core/action/action.ts'
import { runTool } from './run-tool.ts'
import type { KeyboardSink, MediaSink } from './sink.ts'

const KEYS: Readonly<Record<MediaCommand, KeyName>> = {
  'play-pause': 'play-pause',
  next: 'media-next',
  previous: 'media-previous',
  stop: 'media-stop',
}

/**
 * Tells the player. On Linux playerctl reaches players even where no desktop listens to media keys; without it, or
 * without a player that it knows, the media key is pressed.
 */
export function createMediaSink(
  keyboard: KeyboardSink,
  platform: NodeJS.Platform,
  run: typeof runTool = runTool,
): MediaSink {
  return {
    async send(command) {
      if (platform === 'linux' && (await hasPlayerTaken(command, run))) return
      await keyboard.chord([KEYS[command]])
    },
  }
}

async function hasPlayerTaken(command: MediaCommand, run: typeof runTool): Promise<boolean> {
  try {
    await run('playerctl', [command])
    return true
  } catch {
    // Not installed, or no player runs: the key is the other way.
    return false
  }
}
