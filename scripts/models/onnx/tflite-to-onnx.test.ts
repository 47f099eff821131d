import { InferenceSession, Tensor } from 'onnxruntime-node'
import { expect, test } from 'vitest'
import { madeUpTflite, type MadeUpOperator, type MadeUpTensor } from './made-up-tflite.ts'
import { tfliteToOnnx } from './tflite-to-onnx.mjs'

/** Converts the made-up model and runs it on `input`, given and answered in TFLite's order of axes. */
async function run(
  tensors: readonly MadeUpTensor[],
  operators: readonly MadeUpOperator[],
  input: readonly number[],
  range?: { readonly mean: number; readonly std: number },
): Promise<number[]> {
  const result = tensors.length - 1
  const names = { input: 'in', outputs: ['out'], range }
  const model = tfliteToOnnx(madeUpTflite(tensors, operators, [result]), names)
  const session = await InferenceSession.create(model)
  const [batch = 1, height = 1, width = 1, channels = 1] = tensors[0]?.shape ?? []
  const planes = Float32Array.from({ length: input.length }, (_, index) => {
    const [channel, pixel] = [Math.floor(index / (height * width)), index % (height * width)]
    return input[pixel * channels + channel] ?? NaN
  })
  const feeds = { in: new Tensor('float32', planes, [batch, channels, height, width]) }
  const { out } = await session.run(feeds)
  const values = Array.from(asFloats(out?.data))
  const [, outHeight = 1, outWidth = 1, outChannels = 1] = tensors[result]?.shape ?? []
  if (tensors[result]?.shape.length !== 4) return values
  return Array.from({ length: values.length }, (_, index) => {
    const [pixel, channel] = [Math.floor(index / outChannels), index % outChannels]
    return values[channel * outHeight * outWidth + pixel] ?? NaN
  })
}
const asFloats = (data: unknown): Float32Array => data as Float32Array

const count = (length: number, from = 1): number[] =>
  Array.from({ length }, (_, index) => from + index)
const CONV = 3
const DEPTHWISE = 4
const SAME = { field: 0, int8: 0 }
const stride = (by: number) => [
  { field: 1, int32: by },
  { field: 2, int32: by },
]

test('pads as TensorFlow does: what is odd goes below and to the right', async () => {
  // 4 × 4 in steps of 2 with a 3 × 3 kernel of ones: one row and column more at the end.
  const tensors = [
    { shape: [1, 4, 4, 1] },
    { shape: [1, 3, 3, 1], values: Array.from({ length: 9 }, () => 1) },
    { shape: [1], values: [0] },
    { shape: [1, 2, 2, 1] },
  ]
  const operator = { code: CONV, inputs: [0, 1, 2], outputs: [3], options: [SAME, ...stride(2)] }
  // Sums of rows 0-2 and 2-3, columns 0-2 and 2-3 of 1..16.
  expect(await run(tensors, [operator], count(16))).toEqual([54, 45, 72, 54])
})

test('keeps kernels, channels and biases apart, and clips at six where the model does', async () => {
  // Two output channels of two input channels, 1 × 1: a + 10 b and a - b + 0.5.
  const tensors = [
    { shape: [1, 1, 2, 2] },
    { shape: [2, 1, 1, 2], values: [1, 10, 1, -1] },
    { shape: [2], values: [0, 0.5] },
    { shape: [1, 1, 2, 2] },
  ]
  const plain = { code: CONV, inputs: [0, 1, 2], outputs: [3], options: [SAME, ...stride(1)] }
  const pixels = [1, 0.2, 3, 5]
  expect(await run(tensors, [plain], pixels)).toEqual(
    [3, 1.3, 53, -1.5].map((value) => expect.closeTo(value, 4)),
  )
  const relu6 = { ...plain, options: [...plain.options, { field: 3, int8: 3 }] }
  expect(await run(tensors, [relu6], pixels)).toEqual(
    [3, 1.3, 6, 0].map((value) => expect.closeTo(value, 4)),
  )
})

test('puts the zeros back into weights that are stored sparse', async () => {
  // Three output channels of four: the second has no weight at all.
  const sparse = { segments: [0, 2, 2, 3], indices: [0, 3, 2] }
  const tensors = [
    { shape: [1, 1, 1, 4] },
    { shape: [3, 1, 1, 4], values: [2, 3, 5], sparse },
    { shape: [3, 1, 1, 4] },
    { shape: [3], values: [0, 0.5, 0] },
    { shape: [1, 1, 1, 3] },
  ]
  const densify = { code: 124, inputs: [1], outputs: [2] }
  const conv = { code: CONV, inputs: [0, 2, 3], outputs: [4], options: [SAME, ...stride(1)] }
  expect(await run(tensors, [densify, conv], [1, 10, 100, 1000])).toEqual([3002, 0.5, 500])
})

test('gives each channel its own kernel in a depthwise convolution', async () => {
  const tensors = [
    { shape: [1, 1, 1, 3] },
    { shape: [1, 1, 1, 3], values: [2, 3, 4] },
    { shape: [3], values: [0, 0, 1] },
    { shape: [1, 1, 1, 3] },
  ]
  const operator = {
    code: DEPTHWISE,
    inputs: [0, 1, 2],
    outputs: [3],
    options: [SAME, ...stride(1)],
  }
  expect(await run(tensors, [operator], [1, 2, 3])).toEqual([2, 6, 13])
})

test('turns a picture back into rows of pixels before it becomes a list', async () => {
  const tensors = [{ shape: [1, 2, 2, 2] }, { shape: [1, 8] }]
  expect(await run(tensors, [{ code: 22, inputs: [0], outputs: [1] }], count(8))).toEqual(count(8))
})

test('adds, slopes and widens like the original', async () => {
  const prelu = [
    { shape: [1, 1, 2, 2] },
    { shape: [1, 1, 2], values: [0.5, 0.1] },
    { shape: [1, 1, 2, 2] },
  ]
  expect(await run(prelu, [{ code: 54, inputs: [0, 1], outputs: [2] }], [-2, -2, 4, 4])).toEqual(
    [-1, -0.2, 4, 4].map((value) => expect.closeTo(value, 5)),
  )
  const resize = [
    { shape: [1, 1, 2, 1] },
    { shape: [1, 2], values: [1, 4] },
    { shape: [1, 1, 4, 1] },
  ]
  const halfPixel = { code: 23, inputs: [0, 1], outputs: [2], options: [{ field: 3, int8: 1 }] }
  expect(await run(resize, [halfPixel], [0, 4])).toEqual([0, 1, 3, 4])
})

test('brings a picture of 0..1 into the range that the model wants', async () => {
  const tensors = [{ shape: [1, 1, 1, 2] }, { shape: [1, 2] }]
  const reshape = { code: 22, inputs: [0], outputs: [1] }
  const range = { mean: 127.5, std: 127.5 }
  expect(await run(tensors, [reshape], [0, 1], range)).toEqual([-1, 1])
})

test('leaves out what only an output without a name needs', () => {
  const tensors = [{ shape: [1, 1, 1, 1] }, { shape: [1, 1] }, { shape: [1, 1, 1, 1] }]
  const operators = [
    { code: 22, inputs: [0], outputs: [1] },
    { code: 99, inputs: [0], outputs: [2] },
  ]
  const model = madeUpTflite(tensors, operators, [1, 2])
  const convert = (outputs: (string | undefined)[]) => tfliteToOnnx(model, { input: 'in', outputs })
  expect(convert(['kept', undefined]).length).toBeGreaterThan(0)
  expect(() => convert(['kept', 'other'])).toThrow('no translation of operator 99')
})

test('names the operator that it cannot translate', () => {
  const tensors = [{ shape: [1, 1, 1, 1] }, { shape: [1, 1, 1, 1] }]
  const model = madeUpTflite(tensors, [{ code: 99, inputs: [0], outputs: [1] }], [1])
  expect(() => tfliteToOnnx(model, { input: 'in', outputs: ['out'] })).toThrow(
    'tfliteToOnnx: no translation of operator 99',
  )
})

test('writes the same bytes every time', () => {
  const tensors = [{ shape: [1, 2, 2, 2] }, { shape: [1, 8] }]
  const make = () =>
    tfliteToOnnx(madeUpTflite(tensors, [{ code: 22, inputs: [0], outputs: [1] }], [1]), {
      input: 'in',
      outputs: ['out'],
    })
  expect(make().equals(make())).toBe(true)
})
