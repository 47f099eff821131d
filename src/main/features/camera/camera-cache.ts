import { readdirSync, rmSync } from 'node:fs'
import { mkdir, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../../../node/error-code.ts'

/** `camera-PROCESS-RANDOM`; what was made before processes were named had no number. */
const OURS = /^camera-(?:(\d+)-)?[A-Za-z0-9]{6}$/

/** A folder for what is made of a user's film. It goes when this process exits; after a kill, `sweepCameraCache` removes it. */
export async function makeCameraFolder(cacheDir: string): Promise<string> {
  await mkdir(cacheDir, { recursive: true, mode: 0o700 })
  const folder = await mkdtemp(join(cacheDir, `camera-${process.pid}-`))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Removes the films of processes that are gone: they are somebody's. A second start leaves those of the first alone. */
export function sweepCameraCache(cacheDir: string): void {
  for (const name of namesIn(cacheDir)) {
    const ours = OURS.exec(name)
    if (ours === null || isRunning(Number(ours[1] ?? 0))) continue
    try {
      rmSync(join(cacheDir, name), { recursive: true, force: true })
    } catch {
      // Another program has it open; the next start tries again.
    }
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    // There has been no film yet.
    return []
  }
}

/** One of another user is running, though it may not be asked. */
function isRunning(pid: number): boolean {
  if (pid === 0) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}
