import protobuf from 'protobufjs'

/**
 * The part of ONNX's format (onnx/onnx.proto, IR version 8, opset 13) that these graphs need. Names and numbers are
 * the standard's.
 */
const FORMAT = `
syntax = "proto3";
message ModelProto { int64 ir_version = 1; string producer_name = 2; GraphProto graph = 7; repeated OperatorSetIdProto opset_import = 8; }
message OperatorSetIdProto { string domain = 1; int64 version = 2; }
message GraphProto { repeated NodeProto node = 1; string name = 2; repeated TensorProto initializer = 5; repeated ValueInfoProto input = 11; repeated ValueInfoProto output = 12; }
message NodeProto { repeated string input = 1; repeated string output = 2; string name = 3; string op_type = 4; repeated AttributeProto attribute = 5; }
message AttributeProto { string name = 1; int64 i = 3; bytes s = 4; repeated int64 ints = 8; int32 type = 20; }
message TensorProto { repeated int64 dims = 1; int32 data_type = 2; string name = 8; bytes raw_data = 9; }
message ValueInfoProto { string name = 1; TypeProto type = 2; }
message TypeProto { TensorTypeProto tensor_type = 1; }
message TensorTypeProto { int32 elem_type = 1; TensorShapeProto shape = 2; }
message TensorShapeProto { repeated DimensionProto dim = 1; }
message DimensionProto { int64 dim_value = 1; }
`
const ModelProto = protobuf.parse(FORMAT, { keepCase: true }).root.lookupType('ModelProto')

const FLOAT = 1
const INT64 = 7
const ATTRIBUTE_INT = 2
const ATTRIBUTE_STRING = 3
const ATTRIBUTE_INTS = 7

/** Gathers nodes and constants of one graph and writes them as an ONNX file. Same calls, same bytes. */
export class OnnxWriter {
  #nodes = []
  #initializers = []

  /** Adds a node; attributes may be whole numbers, lists of them, or strings. */
  node(opType, inputs, output, attributes = {}) {
    this.#nodes.push({
      op_type: opType,
      name: `${opType}_${this.#nodes.length}`,
      input: inputs,
      output: [output],
      attribute: Object.entries(attributes).map(([name, value]) => attribute(name, value)),
    })
    return output
  }

  floats(values, dims) {
    return this.#constant(FLOAT, Float32Array.from(values), dims)
  }

  ints(values) {
    return this.#constant(INT64, BigInt64Array.from(values, BigInt), [values.length])
  }

  /** `inputs` and `outputs`: { name, shape } of 32-bit floats. */
  write(inputs, outputs) {
    const model = {
      ir_version: 8,
      producer_name: 'beckon',
      opset_import: [{ domain: '', version: 13 }],
      graph: {
        name: 'model',
        node: this.#nodes,
        initializer: this.#initializers,
        input: inputs.map(valueInfo),
        output: outputs.map(valueInfo),
      },
    }
    const wrong = ModelProto.verify(model)
    if (wrong !== null) throw new Error(`OnnxWriter: ${wrong}`)
    return Buffer.from(ModelProto.encode(ModelProto.create(model)).finish())
  }

  #constant(dataType, values, dims) {
    const name = `constant_${this.#initializers.length}`
    const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
    this.#initializers.push({ name, dims, data_type: dataType, raw_data: raw })
    return name
  }
}

function attribute(name, value) {
  if (typeof value === 'string') return { name, type: ATTRIBUTE_STRING, s: Buffer.from(value) }
  if (Array.isArray(value)) return { name, type: ATTRIBUTE_INTS, ints: value }
  return { name, type: ATTRIBUTE_INT, i: value }
}

function valueInfo({ name, shape }) {
  const dim = shape.map((dim_value) => ({ dim_value }))
  return { name, type: { tensor_type: { elem_type: FLOAT, shape: { dim } } } }
}
