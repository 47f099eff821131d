import { Builder } from 'flatbuffers'

export interface MadeUpTensor {
  readonly shape: readonly number[]
  /** A constant's values; without them the tensor is computed or given. */
  readonly values?: readonly number[]
  /** `values` are those of a matrix's columns that are named here, row by row (`segments`: where each row begins). */
  readonly sparse?: { readonly segments: readonly number[]; readonly indices: readonly number[] }
}

export interface MadeUpOperator {
  /** TFLite's BuiltinOperator number. */
  readonly code: number
  readonly inputs: readonly number[]
  readonly outputs: readonly number[]
  /** Fields of the operator's options table by number: bytes or 32-bit whole numbers. */
  readonly options?: readonly {
    readonly field: number
    readonly int8?: number
    readonly int32?: number
  }[]
}

const FLOAT32 = 0
const INT32 = 2
const CSR = 1
const UINT8_VECTOR = 3

/** Writes a TFLite file with one operator or a few, for tests of what reads them (schema.fbs of TensorFlow). */
export function madeUpTflite(
  tensors: readonly MadeUpTensor[],
  operators: readonly MadeUpOperator[],
  outputs: readonly number[],
): Uint8Array {
  const builder = new Builder(1024)
  const vector = (offsets: readonly number[]): number => {
    builder.startVector(4, offsets.length, 4)
    for (const offset of offsets.toReversed()) builder.addOffset(offset)
    return builder.endVector()
  }
  const ints = (list: readonly number[]): number => {
    builder.startVector(4, list.length, 4)
    for (const value of list.toReversed()) builder.addInt32(value)
    return builder.endVector()
  }
  const table = (fields: number, fill: () => void): number => {
    builder.startObject(fields)
    fill()
    return builder.endObject()
  }
  const isWhole = ({ shape, values }: MadeUpTensor): boolean =>
    shape.length === 2 && values?.every(Number.isInteger) === true && shape[1] === 2

  const buffers = tensors.map((tensor) => {
    const array = (isWhole(tensor) ? Int32Array : Float32Array).from(tensor.values ?? [])
    const data = builder.createByteVector(new Uint8Array(array.buffer))
    return table(1, () => {
      builder.addFieldOffset(0, data, 0)
    })
  })
  const bytes = (list: readonly number[]): number => {
    const vectorOfBytes = builder.createByteVector(Uint8Array.from(list))
    return table(1, () => {
      builder.addFieldOffset(0, vectorOfBytes, 0)
    })
  }
  const sparsityOf = ({ shape, sparse }: MadeUpTensor): number => {
    if (sparse === undefined) return 0
    const [segments, indices] = [bytes(sparse.segments), bytes(sparse.indices)]
    const axes = shape.map((length, axis) =>
      table(6, () => {
        if (axis < shape.length - 1) return builder.addFieldInt32(1, length, 0)
        builder.addFieldInt8(0, CSR, 0)
        builder.addFieldInt8(2, UINT8_VECTOR, 0)
        builder.addFieldOffset(3, segments, 0)
        builder.addFieldInt8(4, UINT8_VECTOR, 0)
        builder.addFieldOffset(5, indices, 0)
      }),
    )
    const [order, axisVector] = [ints(shape.map((_, axis) => axis)), vector(axes)]
    return table(3, () => {
      builder.addFieldOffset(0, order, 0)
      builder.addFieldOffset(2, axisVector, 0)
    })
  }
  const tensorTables = tensors.map((tensor, index) => {
    const [shape, sparsity] = [ints(tensor.shape), sparsityOf(tensor)]
    return table(7, () => {
      builder.addFieldOffset(0, shape, 0)
      builder.addFieldInt8(1, isWhole(tensor) ? INT32 : FLOAT32, 0)
      builder.addFieldInt32(2, index, 0)
      builder.addFieldOffset(6, sparsity, 0)
    })
  })
  const operatorTables = operators.map(({ inputs, outputs: results, options = [] }, index) => {
    const [from, to] = [ints(inputs), ints(results)]
    const settings = table(8, () => {
      for (const { field, int8, int32 } of options) {
        if (int8 !== undefined) builder.addFieldInt8(field, int8, 0)
        if (int32 !== undefined) builder.addFieldInt32(field, int32, 0)
      }
    })
    return table(5, () => {
      builder.addFieldInt32(0, index, -1)
      builder.addFieldOffset(1, from, 0)
      builder.addFieldOffset(2, to, 0)
      builder.addFieldOffset(4, settings, 0)
    })
  })
  const codes = operators.map(({ code }) =>
    table(4, () => {
      builder.addFieldInt32(3, code, 0)
    }),
  )
  const graphFields = [vector(tensorTables), ints([0]), ints(outputs), vector(operatorTables)]
  const graph = table(4, () => {
    graphFields.forEach((offset, field) => {
      builder.addFieldOffset(field, offset, 0)
    })
  })
  const [codeVector, graphVector, bufferVector] = [vector(codes), vector([graph]), vector(buffers)]
  builder.finish(
    table(5, () => {
      builder.addFieldOffset(1, codeVector, 0)
      builder.addFieldOffset(2, graphVector, 0)
      builder.addFieldOffset(4, bufferVector, 0)
    }),
    'TFL3',
  )
  return builder.asUint8Array()
}
