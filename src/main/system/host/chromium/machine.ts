import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
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

export function isOnPath(name: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return folders.some((folder) => isProgram(join(folder, name)))
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
