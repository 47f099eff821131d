import { constants } from 'node:fs'
import { mkdir, open, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf } from '../../node/error-code.ts'
import { randomSecret } from '../../node/loopback-auth.ts'
import { whyUnfit } from './token-source.ts'

/** More is no token, and is not read. */
const MOST_BYTES = 4096
const { O_RDONLY, O_NONBLOCK, O_WRONLY, O_CREAT, O_EXCL } = constants

/** The token in a file that only its owner can read, made when there is none. Rejects with words for who starts the service. */
export async function tokenIn(path: string): Promise<string> {
  return (await makeToken(path)) ?? readToken(path)
}

/** Undefined where there is a file already, whoever made it first. */
async function makeToken(path: string): Promise<string | undefined> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600).catch((error: unknown) => {
    if (codeOf(error) === 'EEXIST') return undefined
    throw error
  })
  if (file === undefined) return undefined
  try {
    const token = randomSecret()
    await file.writeFile(`${token}\n`)
    return token
  } finally {
    await file.close()
  }
}

async function readToken(path: string): Promise<string> {
  // What is no file (a pipe, say) would be waited for.
  const file = await open(path, O_RDONLY | (O_NONBLOCK ?? 0))
  try {
    await checkAlone(file, path)
    const { bytesRead, buffer } = await file.read(Buffer.alloc(MOST_BYTES), 0, MOST_BYTES, 0)
    const token = buffer.toString('utf8', 0, bytesRead).trim()
    const wrong = whyUnfit(token, path)
    if (wrong !== undefined) throw new Error(wrong)
    return token
  } finally {
    await file.close()
  }
}

/** Windows has no such modes: there the data folder is the user's own. */
async function checkAlone(file: FileHandle, path: string): Promise<void> {
  const facts = await file.stat()
  if (!facts.isFile()) throw new Error(`The token file ${path} is no file.`)
  if (process.getuid === undefined) return
  const isOurs = facts.uid === process.getuid() && (facts.mode & 0o077) === 0
  if (!isOurs) {
    throw new Error(`Others can read or change the token file ${path}. Make it yours: chmod 600`)
  }
}
