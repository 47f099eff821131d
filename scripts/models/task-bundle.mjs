import { zipSync } from 'fflate'

/** Local time on purpose: zip stores local times, so the bytes are the same in every time zone. */
const FIXED_DATE = new Date(2023, 0, 1)

/** Packs files into a .task bundle: a zip without compression, the same bytes on every run. */
export function taskBundle(files) {
  return zipSync(files, { level: 0, mtime: FIXED_DATE })
}
