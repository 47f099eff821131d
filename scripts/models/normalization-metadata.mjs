import { Builder } from 'flatbuffers'

/**
 * Writes the TFLite metadata flatbuffer that says one thing: the first input is normalised by (value - mean) / std.
 * Field numbers are those of tflite_support's metadata_schema.fbs, given at each use.
 */
export function normalizationMetadata({ mean, std }) {
  const builder = new Builder(256)

  const means = floats(builder, mean)
  const stds = floats(builder, std)
  builder.startObject(2) // NormalizationOptions { mean, std }
  builder.addFieldOffset(0, means, 0)
  builder.addFieldOffset(1, stds, 0)
  const options = builder.endObject()

  builder.startObject(2) // ProcessUnit { options_type, options }; type 1 is NormalizationOptions
  builder.addFieldInt8(0, 1, 0)
  builder.addFieldOffset(1, options, 0)
  const unit = builder.endObject()

  const inputTensor = tableHolding(builder, { fields: 7, at: 4 }, unit) // TensorMetadata.process_units
  const subgraph = tableHolding(builder, { fields: 10, at: 2 }, inputTensor) // .input_tensor_metadata
  const model = tableHolding(builder, { fields: 8, at: 3 }, subgraph) // ModelMetadata.subgraph_metadata

  builder.finish(model, 'M001')
  return builder.asUint8Array()
}

function floats(builder, value) {
  builder.startVector(4, 1, 4)
  builder.addFloat32(value)
  return builder.endVector()
}

/** A table whose one filled field is a vector with one entry. */
function tableHolding(builder, { fields, at }, entry) {
  builder.startVector(4, 1, 4)
  builder.addOffset(entry)
  const vector = builder.endVector()
  builder.startObject(fields)
  builder.addFieldOffset(at, vector, 0)
  return builder.endObject()
}
