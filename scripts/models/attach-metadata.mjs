import { Builder, ByteBuffer } from 'flatbuffers'
import { normalizationMetadata } from './normalization-metadata.mjs'

/** Fields of a tflite Model table, by schema.fbs. */
const MODEL = {
  version: 0,
  operatorCodes: 1,
  subgraphs: 2,
  description: 3,
  buffers: 4,
  metadataBuffer: 5,
  metadata: 6,
  signatures: 7,
}
/** Weights in the old file are aligned to at most this many bytes; the header's length keeps that alignment. */
const ALIGNMENT = 64

/**
 * Returns the tflite file with normalisation metadata. The old file stays byte for byte as it was, behind a new header
 * whose root table points into it: flatbuffer offsets only point forward, so what is added has to come in front.
 */
export function attachMetadata(tflite, normalization) {
  const old = readModel(tflite)
  const builder = new Builder(1 << 16)
  builder.prep(ALIGNMENT, 0)

  // `force_align: 16` in the schema for Buffer.data.
  const bytes = normalizationMetadata(normalization)
  builder.startVector(1, bytes.length, 16)
  for (let at = bytes.length - 1; at >= 0; at -= 1) builder.addInt8(bytes[at])
  const data = builder.endVector()
  builder.startObject(3) // Buffer { data, offset, size }
  builder.addFieldOffset(0, data, 0)
  const buffer = builder.endObject()

  const name = builder.createString('TFLITE_METADATA')
  builder.startObject(2) // Metadata { name, buffer }
  builder.addFieldOffset(0, name, 0)
  builder.addFieldInt32(1, old.buffers.length, 0)
  const entry = builder.endObject()

  const buffers = vector(builder, [...old.buffers.map(behind), buffer])
  const metadata = vector(builder, [...old.metadata.map(behind), entry])

  builder.startObject(8)
  builder.addFieldInt32(MODEL.version, old.version, 0)
  for (const field of ['operatorCodes', 'subgraphs', 'description', 'metadataBuffer', 'signatures'])
    if (old[field] !== undefined) builder.addFieldOffset(MODEL[field], behind(old[field]), 0)
  builder.addFieldOffset(MODEL.buffers, buffers, 0)
  builder.addFieldOffset(MODEL.metadata, metadata, 0)
  builder.finish(builder.endObject(), 'TFL3')

  return Buffer.concat([builder.asUint8Array(), tflite])
}

/** Absolute positions of what the old root table points to. */
function readModel(tflite) {
  const bytes = new ByteBuffer(tflite)
  if (tflite.length < 8 || tflite.toString('latin1', 4, 8) !== 'TFL3') {
    throw new Error('attachMetadata: expected a tflite file (identifier TFL3)')
  }
  const root = bytes.readInt32(0)
  const at = (field) => bytes.__offset(root, 4 + 2 * field)
  const target = (field) => (at(field) === 0 ? undefined : bytes.__indirect(root + at(field)))
  const tables = (field) => {
    const start = target(field)
    if (start === undefined) return []
    return Array.from({ length: bytes.readInt32(start) }, (_, index) =>
      bytes.__indirect(start + 4 + 4 * index),
    )
  }
  return {
    version: at(MODEL.version) === 0 ? 0 : bytes.readInt32(root + at(MODEL.version)),
    operatorCodes: target(MODEL.operatorCodes),
    subgraphs: target(MODEL.subgraphs),
    description: target(MODEL.description),
    metadataBuffer: target(MODEL.metadataBuffer),
    signatures: target(MODEL.signatures),
    buffers: tables(MODEL.buffers),
    metadata: tables(MODEL.metadata),
  }
}

/** The builder counts offsets back from the header's end, so a position in the file behind it is a negative one. */
function behind(position) {
  return -position
}

function vector(builder, offsets) {
  builder.startVector(4, offsets.length, 4)
  for (const offset of [...offsets].reverse()) builder.addOffset(offset)
  return builder.endVector()
}
