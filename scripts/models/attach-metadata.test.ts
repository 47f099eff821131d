import { ByteBuffer } from 'flatbuffers'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { attachMetadata } from './attach-metadata.mjs'

const palm = readFileSync('resources/models/parts/palm_detection_lite.tflite')

const field = (bytes: ByteBuffer, table: number, index: number): number =>
  bytes.__indirect(table + bytes.__offset(table, 4 + 2 * index))
const entry = (bytes: ByteBuffer, vector: number, index: number): number =>
  bytes.__indirect(vector + 4 + 4 * index)

test('keeps the old file whole and aligned behind the new header', () => {
  const made = attachMetadata(palm, { mean: 0, std: 255 })
  const header = made.length - palm.length
  expect(made.subarray(header).equals(palm)).toBe(true)
  expect(header % 64).toBe(0)
})

test('points the new root at the normalisation and at every old buffer', () => {
  const made = attachMetadata(palm, { mean: 127.5, std: 64 })
  const bytes = new ByteBuffer(made)
  const old = new ByteBuffer(palm)
  const buffers = field(bytes, bytes.readInt32(0), 4)
  const oldBuffers = field(old, old.readInt32(0), 4)
  const oldCount = old.readInt32(oldBuffers)
  expect(bytes.readInt32(buffers)).toBe(oldCount + 1)
  const shift = made.length - palm.length
  for (let index = 0; index < oldCount; index += 1) {
    expect(entry(bytes, buffers, index)).toBe(entry(old, oldBuffers, index) + shift)
  }

  // buffer.data → model.subgraph_metadata[0].input_tensor_metadata[0].process_units[0].options
  const data = field(bytes, entry(bytes, buffers, oldCount), 0)
  const metadata = new ByteBuffer(made.subarray(data + 4, data + 4 + bytes.readInt32(data)))
  const subgraph = entry(metadata, field(metadata, metadata.readInt32(0), 3), 0)
  const input = entry(metadata, field(metadata, subgraph, 2), 0)
  const unit = entry(metadata, field(metadata, input, 4), 0)
  const options = field(metadata, unit, 1)
  expect(metadata.readFloat32(field(metadata, options, 0) + 4)).toBe(127.5)
  expect(metadata.readFloat32(field(metadata, options, 1) + 4)).toBe(64)
})

test('refuses what is no tflite file', () => {
  expect(() => attachMetadata(Buffer.alloc(100), { mean: 0, std: 1 })).toThrow('TFL3')
})
