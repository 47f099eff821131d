import { OnnxWriter } from './onnx-writer.mjs'
import { readTflite } from './tflite-graph.mjs'
import { TRANSLATORS } from './translators.mjs'

/**
 * Writes a TFLite model as ONNX with the same weights and the same arithmetic, so that onnxruntime can run it.
 * Pictures change from rows of pixels (NHWC) to planes (NCHW), which is what onnxruntime is fast at.
 *
 * @param {Uint8Array} bytes a TFLite file with 32- or 16-bit float weights
 * @param {{ input: string, outputs: (string | undefined)[], range?: { mean: number, std: number } }} names what the
 *   converted model calls its input and outputs; an output without a name is left out, with whatever only it needs.
 *   `range`: the model wants 0..255 as (value - mean) / std; without it 0..1, which is what the converted one takes
 * @returns {Buffer} throws, naming the operator, when the model uses one that is not translated
 */
export function tfliteToOnnx(bytes, names) {
  const graph = readTflite(bytes)
  const context = new Conversion(graph)
  for (const operator of neededOperators(graph, names.outputs)) {
    const translate = TRANSLATORS[operator.name]
    if (translate === undefined) throw new Error(`tfliteToOnnx: no translation of ${operator.name}`)
    translate(operator, context)
  }
  return context.finish(names)
}

/** In their order, without those that only lead to outputs that nobody wants. */
function neededOperators({ operators, outputs }, names) {
  const needed = new Set(outputs.filter((_, index) => names[index] !== undefined))
  return operators
    .toReversed()
    .filter((operator) => {
      if (!operator.outputs.some((tensor) => needed.has(tensor))) return false
      for (const tensor of operator.inputs) needed.add(tensor)
      return true
    })
    .toReversed()
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

  finish({ input, outputs, range }) {
    const [source] = this.#graph.inputs
    const [batch, height, width, channels] = this.shape(source)
    // The graph's own numbers stay inside; the file speaks the names it was given.
    this.#begin(input, this.name(source), range)
    const results = this.#graph.outputs.flatMap((tensor, index) => {
      if (outputs[index] === undefined) return []
      this.writer.node('Identity', [this.name(tensor)], outputs[index])
      const [batch, height, width, channels] = this.shape(tensor)
      const shape = this.isPicture(tensor) ? [batch, channels, height, width] : this.shape(tensor)
      return [{ name: outputs[index], shape }]
    })
    return this.writer.write([{ name: input, shape: [batch, channels, height, width] }], results)
  }
  #begin(input, source, range) {
    if (range === undefined) return this.writer.node('Identity', [input], source)
    const scale = this.writer.floats([255 / range.std], [])
    const shift = this.writer.floats([-range.mean / range.std], [])
    const scaled = this.writer.node('Mul', [input, scale], `${source}_scaled`)
    return this.writer.node('Add', [scaled, shift], source)
  }
}
