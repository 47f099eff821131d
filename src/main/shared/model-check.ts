import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { failed, ok, type Result } from '../../contract/boundary/result.ts'
import { codeOf } from '../../node/error-code.ts'
import { say } from '../../contract/words/say.ts'
import { toType, type Sentence } from '../../core/sentence/sentence.ts'

const FIX = toType('npm run models')
const MANIFEST_NAME = 'models-manifest.json'

const manifestSchema = z.object({
  outputs: z.record(
    z.string(),
    z.object({ bytes: z.number().int().positive(), sha256: z.string().length(64) }),
  ),
})
type Expected = z.infer<typeof manifestSchema>['outputs'][string]

export interface ModelCheck {
  /** Path under the models' folder, with forward slashes: `hand_landmarker_full.task`. */
  readonly file: string
  /** The file's absolute path, or what is wrong with it and the command that mends it. */
  readonly result: Result<string>
}

/**
 * Says of every model the app ships whether it is the very file that was built. `resourcesDir` holds the manifest and
 * the folder `models`. Reads each file once (about 50 MB, a tenth of a second). Without a manifest: one failed entry.
 */
export async function checkModels(resourcesDir: string): Promise<readonly ModelCheck[]> {
  const manifest = await readManifest(join(resourcesDir, MANIFEST_NAME))
  if (!manifest.ok) return [{ file: MANIFEST_NAME, result: manifest }]
  return Promise.all(
    Object.entries(manifest.value).map(async ([file, expected]) => ({
      file,
      result: await checkFile(join(resourcesDir, 'models', file), file, expected),
    })),
  )
}

/** Like `checkModels`, for the one model that is about to be used. */
export async function checkModel(resourcesDir: string, file: string): Promise<Result<string>> {
  const manifest = await readManifest(join(resourcesDir, MANIFEST_NAME))
  if (!manifest.ok) return manifest
  const expected = manifest.value[file]
  if (expected === undefined) return failed(say('There is no model named {}.', file))
  return checkFile(join(resourcesDir, 'models', file), file, expected)
}

async function readManifest(path: string): Promise<Result<Record<string, Expected>>> {
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(await readFile(path, 'utf8')))
    if (parsed.success) return ok(parsed.data.outputs)
  } catch {
    // Missing and not JSON are mended alike, below.
  }
  return failed(
    say('The list of models, {}, is missing or damaged.', path),
    say('Install Beckon again.'),
  )
}

async function checkFile(path: string, file: string, expected: Expected): Promise<Result<string>> {
  try {
    const { size } = await stat(path)
    if (size < expected.bytes) {
      const { bytes } = expected
      return failed(say('The model {} is truncated: {} of {} bytes.', file, size, bytes), FIX)
    }
    const sha256 = await sha256Of(path)
    if (sha256 === expected.sha256) return ok(path)
    return failed(
      say('The model {} is not the file that was built: its checksum differs.', file),
      FIX,
    )
  } catch (error) {
    return failed(whyUnreadable(file, error), FIX)
  }
}

function whyUnreadable(file: string, error: unknown): Sentence {
  const code = codeOf(error) ?? String(error)
  return code === 'ENOENT'
    ? say('The model {} is missing.', file)
    : say('The model {} cannot be read ({}).', file, code)
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
