import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Xauth(3): any address. The record's display number is empty, which is any display. */
const FAMILY_WILD = 0xffff
const METHOD = 'MIT-MAGIC-COOKIE-1'
const FILE_NAME = /^display-(\d+)\.xauthority$/

/**
 * Writes a file with a fresh cookie, for an X server (`-auth`) and for those who are to come in (`XAUTHORITY`): without one a display is
 * open to every user of the machine, who can then see it, move its pointer and type. Only this user can read the file.
 * Answers where it is, and what removes it. What killed processes left there is removed first.
 */
export function writeXAuthority(folder) {
  mkdirSync(folder, { recursive: true })
  removeLeftOvers(folder)
  const path = join(folder, `display-${process.pid}.xauthority`)
  const remove = () => rmSync(path, { force: true })
  remove()
  writeFileSync(path, record(randomBytes(16)), { mode: 0o600, flag: 'wx' })
  return { path, remove }
}

/** Numbers of 16 bits, the high byte first; every field with its length before it. */
function record(cookie) {
  const fields = [Buffer.alloc(0), Buffer.alloc(0), Buffer.from(METHOD), cookie]
  return Buffer.concat([short(FAMILY_WILD), ...fields.flatMap((it) => [short(it.length), it])])
}

function short(number) {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(number)
  return bytes
}

function removeLeftOvers(folder) {
  for (const name of readdirSync(folder)) {
    const pid = FILE_NAME.exec(name)?.[1]
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true })
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
