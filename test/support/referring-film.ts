import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Makes a QuickTime file whose pictures are said to lie in another file, by an alias in its data reference (QuickTime File Format,
 * "Data Reference Atoms"). `film` is one with its index at the end, so that nothing else moves.
 */
export function referTo(film: string, other: string, made: string): void {
  const bytes = readFileSync(film)
  const at = bytes.indexOf('dref') - 4
  const entry = alias(other)
  const old = bytes.subarray(at + 16, at + bytes.readUInt32BE(at))
  for (const box of ['moov', 'trak', 'mdia', 'minf', 'dinf', 'dref']) {
    const start = bytes.lastIndexOf(box, at + 4) - 4
    bytes.writeUInt32BE(bytes.readUInt32BE(start) + entry.length - old.length, start)
  }
  const rest = bytes.subarray(at + 16 + old.length)
  writeFileSync(made, Buffer.concat([bytes.subarray(0, at + 16), entry, rest]))
}

function alias(path: string): Buffer {
  const name = Buffer.from(path.replaceAll('/', ':').padEnd(160, '\0'))
  const head = Buffer.alloc(12 + 10 + 28 + 12 + 64 + 16 + 4 + 16)
  head.write('alis', 4)
  // Levels up from the film to what it has in common with the other.
  head.writeInt16BE(1, head.length - 20)
  head.writeInt16BE(1, head.length - 18)
  const absolute = Buffer.alloc(4)
  absolute.writeInt16BE(2)
  absolute.writeInt16BE(name.length, 2)
  const end = Buffer.from([0xff, 0xff, 0, 0])
  const entry = Buffer.concat([head, absolute, name, end])
  entry.writeUInt32BE(entry.length)
  return entry
}
