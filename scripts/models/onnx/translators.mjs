/** TFLite operator → ONNX nodes. Options are read by their field number in schema.fbs, named at each use. */

const SAME_PADDING = 0
const ACTIVATION_RELU = 1
const ACTIVATION_RELU6 = 3

export const TRANSLATORS = {
  // The weights are stored as 16-bit floats and were widened when read.
  Dequantize: ({ inputs, outputs }, context) => context.alias(outputs[0], inputs[0]),

  // The weights were widened when read.
  Densify: ({ inputs, outputs }, context) => context.alias(outputs[0], inputs[0]),

  // Conv2DOptions { padding, stride_w, stride_h, fused_activation_function, dilation_w_factor, dilation_h_factor }
  Conv2D: (operator, context) => {
    const { options } = operator
    convolve(operator, context, {
      isDepthwise: false,
      activation: options.int8(3),
      dilations: [options.int32(5, 1), options.int32(4, 1)],
    })
  },

  // DepthwiseConv2DOptions has depth_multiplier at 3, which moves the rest by one.
  DepthwiseConv2D: (operator, context) => {
    const { options } = operator
    convolve(operator, context, {
      isDepthwise: true,
      activation: options.int8(4),
      dilations: [options.int32(6, 1), options.int32(5, 1)],
    })
  },

  // AddOptions { fused_activation_function }
  Add: ({ inputs, outputs, options }, context) => {
    const terms = inputs.map((tensor) => asTerm(tensor, context))
    withActivation(options?.int8(0) ?? 0, context, outputs[0], (sum) =>
      context.writer.node('Add', terms, sum),
    )
  },

  PRelu: ({ inputs, outputs }, context) => {
    const slopes = context.constant(inputs[1])
    const perChannel = context.writer.floats(slopes, [slopes.length, 1, 1])
    context.writer.node('PRelu', [context.name(inputs[0]), perChannel], context.name(outputs[0]))
  },

  // Pool2DOptions { padding, stride_w, stride_h, filter_width, filter_height }
  MaxPool2D: ({ inputs, outputs, options }, context) => {
    const strides = [options.int32(2), options.int32(1)]
    const kernel = [options.int32(4), options.int32(3)]
    context.writer.node('MaxPool', [context.name(inputs[0])], context.name(outputs[0]), {
      kernel_shape: kernel,
      strides,
      pads: padding(options.int8(0), context.shape(inputs[0]), kernel, strides, [1, 1]),
    })
  },

  Pad: ({ inputs, outputs }, context) => {
    const amounts = context.constant(inputs[1])
    const planeAxes = [0, 3, 1, 2]
    const before = planeAxes.map((axis) => amounts[2 * axis])
    const after = planeAxes.map((axis) => amounts[2 * axis + 1])
    const pads = context.writer.ints([...before, ...after])
    context.writer.node('Pad', [context.name(inputs[0]), pads], context.name(outputs[0]))
  },

  // ResizeBilinearOptions { (deprecated), (deprecated), align_corners, half_pixel_centers }
  ResizeBilinear: ({ inputs, outputs, options }, context) => {
    const size = context.writer.ints(planes(context.shape(outputs[0])))
    const corners = options?.int8(2) ? 'align_corners' : undefined
    const centers = options?.int8(3) ? 'half_pixel' : 'asymmetric'
    context.writer.node(
      'Resize',
      [context.name(inputs[0]), '', '', size],
      context.name(outputs[0]),
      { mode: 'linear', coordinate_transformation_mode: corners ?? centers },
    )
  },

  Reshape: ({ inputs, outputs }, context) => {
    const shape = context.writer.ints(context.shape(outputs[0]))
    const source = asRows(inputs[0], context)
    context.writer.node('Reshape', [source, shape], context.name(outputs[0]))
    context.markList(outputs[0])
  },

  // ConcatenationOptions { axis }
  Concatenation: ({ inputs, outputs, options }, context) => {
    if (inputs.some(context.isPicture))
      throw new Error('Concatenation: pictures are not translated')
    context.writer.node('Concat', inputs.map(context.name), context.name(outputs[0]), {
      axis: options.int32(0),
    })
    context.markList(outputs[0])
  },

  // ReducerOptions { keep_dims }; the models average each channel over the picture.
  Mean: ({ inputs, outputs, options }, context) => {
    context.writer.node('ReduceMean', [context.name(inputs[0])], context.name(outputs[0]), {
      axes: [2, 3],
      keepdims: options?.int8(0) ? 1 : 0,
    })
    context.markList(outputs[0])
  },

  // FullyConnectedOptions { fused_activation_function }
  FullyConnected: ({ inputs, outputs, options }, context) => {
    const [rows, columns] = context.shape(inputs[1])
    const weights = context.writer.floats(context.constant(inputs[1]), [rows, columns])
    const bias = context.writer.floats(context.constant(inputs[2]), [rows])
    withActivation(options.int8(0), context, outputs[0], (sum) =>
      context.writer.node('Gemm', [context.name(inputs[0]), weights, bias], sum, { transB: 1 }),
    )
  },

  Logistic: ({ inputs, outputs }, context) => {
    context.writer.node('Sigmoid', [context.name(inputs[0])], context.name(outputs[0]))
  },

  // DepthToSpaceOptions { block_size }
  DepthToSpace: ({ inputs, outputs, options }, context) => {
    context.writer.node('DepthToSpace', [context.name(inputs[0])], context.name(outputs[0]), {
      blocksize: options.int32(0),
      mode: 'DCR',
    })
  },
}

function convolve({ inputs, outputs, options }, context, { isDepthwise, activation, dilations }) {
  const [picture, kernelTensor, biasTensor] = inputs
  // Conv2D keeps its kernels as [out, height, width, in], DepthwiseConv2D as [1, height, width, out].
  const [outer, height, width, depth] = context.shape(kernelTensor)
  const strides = [options.int32(2), options.int32(1)]
  const weights = context.writer.floats(
    isDepthwise
      ? reorder(context.constant(kernelTensor), [1, height, width, depth], [3, 0, 1, 2])
      : reorder(context.constant(kernelTensor), [outer, height, width, depth], [0, 3, 1, 2]),
    isDepthwise ? [depth, 1, height, width] : [outer, depth, height, width],
  )
  const operands = [context.name(picture), weights]
  if (biasTensor >= 0) {
    operands.push(context.writer.floats(context.constant(biasTensor), context.shape(biasTensor)))
  }
  const kernel = [height, width]
  withActivation(activation, context, outputs[0], (sum) =>
    context.writer.node('Conv', operands, sum, {
      kernel_shape: kernel,
      strides,
      dilations,
      group: isDepthwise ? depth : 1,
      pads: padding(options.int8(0), context.shape(picture), kernel, strides, dilations),
    }),
  )
}

/** Runs `add` with the name it should write to, and puts the fused activation behind it. */
function withActivation(activation, context, tensor, add) {
  const name = context.name(tensor)
  if (activation === 0) return add(name)
  const sum = add(`${name}_sum`)
  if (activation === ACTIVATION_RELU) return context.writer.node('Relu', [sum], name)
  if (activation !== ACTIVATION_RELU6) throw new Error(`activation ${activation} is not translated`)
  const limits = [context.writer.floats([0], []), context.writer.floats([6], [])]
  return context.writer.node('Clip', [sum, ...limits], name)
}

/** TensorFlow's SAME padding: what is odd goes below and to the right. ONNX order: top, left, bottom, right. */
function padding(kind, [, height, width], kernel, strides, dilations) {
  if (kind !== SAME_PADDING) return [0, 0, 0, 0]
  const [top, bottom] = samePadding(height, kernel[0], strides[0], dilations[0])
  const [left, right] = samePadding(width, kernel[1], strides[1], dilations[1])
  return [top, left, bottom, right]
}

function samePadding(size, kernel, stride, dilation) {
  const reach = (kernel - 1) * dilation + 1
  const total = Math.max(0, (Math.ceil(size / stride) - 1) * stride + reach - size)
  return [total >> 1, total - (total >> 1)]
}

function asTerm(tensor, context) {
  const values = context.constant(tensor)
  if (values === undefined) return context.name(tensor)
  const shape = context.shape(tensor)
  if (shape.length !== 4) return context.writer.floats(values, shape)
  return context.writer.floats(reorder(values, shape, [0, 3, 1, 2]), planes(shape))
}

/** The tensor's values in TFLite's order: a picture that has more than one pixel must be turned back first. */
function asRows(tensor, context) {
  const name = context.name(tensor)
  const [, height, width] = context.shape(tensor)
  if (!context.isPicture(tensor) || (height === 1 && width === 1)) return name
  return context.writer.node('Transpose', [name], `${name}_rows`, { perm: [0, 2, 3, 1] })
}

const planes = ([batch, height, width, channels]) => [batch, channels, height, width]

/** Moves the axes of a dense 4-dimensional array: axis i of the result is axis `order[i]` of the source. */
function reorder(values, shape, order) {
  const strides = [shape[1] * shape[2] * shape[3], shape[2] * shape[3], shape[3], 1]
  const [a, b, c, d] = order.map((axis) => ({ length: shape[axis], stride: strides[axis] }))
  const result = new Float32Array(values.length)
  let at = 0
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < b.length; j++)
      for (let k = 0; k < c.length; k++)
        for (let l = 0; l < d.length; l++)
          result[at++] = values[i * a.stride + j * b.stride + k * c.stride + l * d.stride]
  return result
}
