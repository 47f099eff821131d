import { OnnxWriter } from './onnx-writer.mjs'
import { readTflite } from './tflite-graph.mjs'
import { TRANSLATORS } from './translators.mjs'

/**
 * Writes a TFLite model as ONNX with the same weights and the same arithmetic, so that onnxruntime can run it.
 * Pictures change from rows of pixels (NHWC) to planes (NCHW), which is what onnxruntime is fast at.
 *
 * @param {Uint8Array} bytes a TFLite file with 32- or 16-bit float weights
 * @param {{ input: string, outputs: string[] }} names what the converted model calls its input and outputs
 * @returns {Buffer} throws, naming the operator, when the model uses one that is not translated
 */
export function tfliteToOnnx(bytes, names) {
  const graph = readTflite(bytes)
  const context = new Conversion(graph)
  for (const operator of graph.operators) {
    const translate = TRANSLATORS[operator.name]
    if (translate === undefined) throw new Error(`tfliteToOnnx: no translation of ${operator.name}`)
    translate(operator, context)
  }
  return context.finish(names)
}

/** What a translator needs to know and where it writes. Tensors are named by their TFLite number. */
class Conversion {
  writer = new OnnxWriter()
  #graph
  #constants
  /** Tensors that are plain lists, not pictures: their axes keep their order. */
  #lists = new Set()

  constructor(graph) {
    this.#graph = graph
    this.#constants = graph.tensors.map((tensor) => tensor.constant)
  }

  name = (tensor) => `t${tensor}`
  shape = (tensor) => this.#graph.tensors[tensor].shape
  constant = (tensor) => this.#constants[tensor]
  isPicture = (tensor) => this.shape(tensor).length === 4 && !this.#lists.has(tensor)

  /** The tensor holds the same values as another, whose type alone differed. */
  alias(tensor, source) {
    this.#constants[tensor] = this.#constants[source]
  }

  markList(tensor) {
    this.#lists.add(tensor)
  }

  finish({ input, outputs }) {
    const [source] = this.#graph.inputs
    const [batch, height, width, channels] = this.shape(source)
    // The graph's own numbers stay inside; the file speaks the names it was given.
    this.writer.node('Identity', [input], this.name(source))
    const results = this.#graph.outputs.map((tensor, index) => {
      this.writer.node('Identity', [this.name(tensor)], outputs[index])
      const [batch, height, width, channels] = this.shape(tensor)
      const shape = this.isPicture(tensor) ? [batch, channels, height, width] : this.shape(tensor)
      return { name: outputs[index], shape }
    })
    return this.writer.write([{ name: input, shape: [batch, channels, height, width] }], results)
  }
}
