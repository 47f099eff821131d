import { readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { isProgram } from '../../../../node/installed-program.ts'
import type { Machine } from './find-browser.ts'

/** This computer, as finding a browser sees it. */
export function thisMachine(): Machine {
  return { platform: process.platform, env: process.env, home: homedir(), isProgram }
}

/** Linux shows each graphics card as a render node; elsewhere there always is one. */
export function hasGpu(platform: NodeJS.Platform): boolean {
  if (platform !== 'linux') return true
  try {
    return readdirSync('/dev/dri').some((name) => name.startsWith('renderD'))
  } catch {
    return false
  }
}
