import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { say } from '../../../contract/words/say.ts'
import type { ForegroundProgram } from '../../../core/project/foreground-rule.ts'
import { verbatim, type Sentence } from '../../../core/sentence/sentence.ts'
import { watchX11 } from './x11-foreground.ts'

/** What is known of the program in front, or why nothing is. */
export type Foreground =
  | { readonly kind: 'on'; readonly program?: ForegroundProgram }
  | { readonly kind: 'off'; readonly reason: Sentence }

export interface ForegroundSystem {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Tells at once what is known, and then every change. Answers how to stop. */
export function watchForeground(
  onForeground: (foreground: Foreground) => void,
  system: ForegroundSystem = { platform: process.platform, env: process.env },
): () => void {
  const reason = whyOff(system)
  if (reason !== undefined) {
    onForeground({ kind: 'off', reason })
    return () => undefined
  }
  onForeground({ kind: 'on' })
  return watchX11(
    (program) => {
      onForeground(program === undefined ? { kind: 'on' } : { kind: 'on', program })
    },
    (why) => {
      onForeground({
        kind: 'off',
        reason: say('The X server no longer tells which program is in front: {}.', why),
      })
    },
  )
}

/** Why the program in front cannot be known on this system; nothing where it can. */
export function whyOff({ platform, env }: ForegroundSystem): Sentence | undefined {
  if (platform !== 'linux') {
    const name = SYSTEMS[platform] ?? say('this system')
    return say('Beckon cannot tell yet which program is in front on {}.', name)
  }
  if (env['XDG_SESSION_TYPE'] === 'wayland' || env['WAYLAND_DISPLAY']) {
    return say('Wayland does not tell programs which one is in front; an Xorg session does.')
  }
  if (!env['DISPLAY']) return say('There is no display.')
  const folders = (env['PATH'] ?? '').split(delimiter)
  const hasXprop = folders.some((folder) => existsSync(join(folder, 'xprop')))
  return hasXprop
    ? undefined
    : say('xprop is missing, which tells what is in front: sudo apt-get install x11-utils')
}

const SYSTEMS: Readonly<Partial<Record<NodeJS.Platform, Sentence>>> = {
  darwin: verbatim('macOS'),
  win32: verbatim('Windows'),
}
