import { ByteBuffer } from 'flatbuffers'
import { widen } from './sparse-tensor.mjs'

/**
 * Reads the parts of a TFLite file that a conversion needs. Field numbers are those of TensorFlow's
 * tensorflow/compiler/mlir/lite/schema/schema.fbs, named at each use; tables are read without generated code.
 */

/** Numbers of TFLite's BuiltinOperator enum that MediaPipe's hand and pose models use. */
const OPERATORS = {
  0: 'Add',
  2: 'Concatenation',
  3: 'Conv2D',
  4: 'DepthwiseConv2D',
  5: 'DepthToSpace',
  6: 'Dequantize',
  9: 'FullyConnected',
  14: 'Logistic',
  17: 'MaxPool2D',
  22: 'Reshape',
  23: 'ResizeBilinear',
  34: 'Pad',
  40: 'Mean',
  54: 'PRelu',
  124: 'Densify',
}

/** Numbers of TFLite's TensorType enum → reader of a constant's bytes. */
const TENSOR_READERS = {
  0: (view, length) => fill(new Float32Array(length / 4), (i) => view.getFloat32(4 * i, true)),
  1: (view, length) =>
    fill(new Float32Array(length / 2), (i) => HALVES[view.getUint16(2 * i, true)]),
  2: (view, length) => fill(new Int32Array(length / 4), (i) => view.getInt32(4 * i, true)),
}

/** Every 16-bit float there is; millions of weights are read. */
const HALVES = fill(new Float32Array(1 << 16), float16)

function fill(array, valueAt) {
  for (let i = 0; i < array.length; i++) array[i] = valueAt(i)
  return array
}

/**
 * @returns {{ tensors: { shape: number[], constant: Float32Array | Int32Array | undefined }[],
 *   operators: { name: string, inputs: number[], outputs: number[], options: Table | undefined }[],
 *   inputs: number[], outputs: number[] }}
 */
export function readTflite(bytes) {
  const buffer = new ByteBuffer(new Uint8Array(bytes))
  const model = new Table(buffer, buffer.readInt32(0))
  // Model { operator_codes = 1, subgraphs = 2, buffers = 4 }
  const names = model.tables(1).map(operatorName)
  const buffers = model.tables(4)
  const [graph] = model.tables(2)
  // SubGraph { tensors = 0, inputs = 1, outputs = 2, operators = 3 }
  return {
    tensors: graph.tables(0).map((tensor) => readTensor(tensor, buffers)),
    inputs: graph.ints(1),
    outputs: graph.ints(2),
    operators: graph.tables(3).map((operator) => ({
      // Operator { opcode_index = 0, inputs = 1, outputs = 2, builtin_options = 4 }
      name: names[operator.uint32(0)],
      inputs: operator.ints(1),
      outputs: operator.ints(2),
      options: operator.table(4),
    })),
  }
}

function operatorName(code) {
  // OperatorCode { deprecated_builtin_code = 0 (int8), builtin_code = 3 }: the larger one counts.
  const number = Math.max(code.int8(0), code.int32(3))
  return OPERATORS[number] ?? `operator ${number}`
}

function readTensor(tensor, buffers) {
  // Tensor { shape = 0, type = 1, buffer = 2, sparsity = 6 }; Buffer { data = 0 }
  const data = buffers[tensor.uint32(2)].bytes(0)
  const type = tensor.int8(1)
  const shape = tensor.ints(0)
  if (data === undefined || data.length === 0) return { shape, constant: undefined }
  const read = TENSOR_READERS[type]
  if (read === undefined) throw new Error(`readTflite: tensor type ${type} is not supported`)
  const values = read(new DataView(data.buffer, data.byteOffset, data.length), data.length)
  const sparsity = tensor.table(6)
  return { shape, constant: sparsity === undefined ? values : widen(values, shape, sparsity) }
}

/** One FlatBuffers table, fields by number; an absent field has the value given. */
export class Table {
  #buffer
  #at

  constructor(buffer, at) {
    this.#buffer = buffer
    this.#at = at
  }

  #field(index) {
    const offset = this.#buffer.__offset(this.#at, 4 + 2 * index)
    return offset === 0 ? undefined : this.#at + offset
  }

  #read(index, read, absent) {
    const at = this.#field(index)
    return at === undefined ? absent : read(at)
  }

  int8(index, absent = 0) {
    return this.#read(index, (at) => this.#buffer.readInt8(at), absent)
  }

  int32(index, absent = 0) {
    return this.#read(index, (at) => this.#buffer.readInt32(at), absent)
  }

  uint32(index, absent = 0) {
    return this.#read(index, (at) => this.#buffer.readUint32(at), absent)
  }

  table(index) {
    return this.#read(
      index,
      (at) => new Table(this.#buffer, this.#buffer.__indirect(at)),
      undefined,
    )
  }

  tables(index) {
    return this.#vector(
      index,
      (at, i) => new Table(this.#buffer, this.#buffer.__indirect(at + 4 * i)),
    )
  }

  ints(index) {
    return this.#vector(index, (at, i) => this.#buffer.readInt32(at + 4 * i))
  }

  uint16s(index) {
    return this.#vector(index, (at, i) => this.#buffer.readUint16(at + 2 * i))
  }

  bytes(index) {
    const at = this.#field(index)
    if (at === undefined) return undefined
    const start = this.#buffer.__vector(at)
    return this.#buffer.bytes().subarray(start, start + this.#buffer.__vector_len(at))
  }

  #vector(index, read) {
    const at = this.#field(index)
    if (at === undefined) return []
    const start = this.#buffer.__vector(at)
    return Array.from({ length: this.#buffer.__vector_len(at) }, (_, i) => read(start, i))
  }
}

/** IEEE 754 half precision, as the models store their weights. */
function float16(bits) {
  const sign = bits >> 15 ? -1 : 1
  const exponent = (bits >> 10) & 31
  const fraction = bits & 1023
  if (exponent === 0) return sign * fraction * 2 ** -24
  if (exponent === 31) return fraction ? NaN : sign * Infinity
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
}
