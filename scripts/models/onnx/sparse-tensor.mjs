/**
 * Widens a TFLite constant that is stored sparse. Field numbers are those of schema.fbs's SparsityParameters and
 * DimensionMetadata; the layout is TACO's (Kjolstad et al., "The Tensor Algebra Compiler", 2017): each axis is either
 * dense, or lists for each entry of the axes before it which indices are there.
 */
const DENSE = 0
const INDEX_READERS = {
  // Numbers of the SparseIndexVector union: 32, 16 and 8 bits.
  1: (table) => table.ints(0),
  2: (table) => table.uint16s(0),
  3: (table) => [...table.bytes(0)],
}

/** @returns the constant with its zeros; throws for blocks and turned axes, which MediaPipe's models do not use. */
export function widen(values, shape, sparsity) {
  // SparsityParameters { traversal_order = 0, block_map = 1, dim_metadata = 2 }
  const isPlain = sparsity.ints(0).every((axis, index) => axis === index)
  if (!isPlain || sparsity.ints(1).length > 0) {
    throw new Error('widen: sparse blocks and turned axes are not supported')
  }
  const axes = sparsity.tables(2).map(readAxis)
  const dense = new Float32Array(shape.reduce((size, length) => size * length, 1))
  const place = (axis, entry, at) => {
    if (axis === axes.length) dense[at] = values[entry]
    else
      for (const [inner, index] of axes[axis](entry))
        place(axis + 1, inner, at * shape[axis] + index)
  }
  place(0, 0, 0)
  return dense
}

/** Entry of the axes before → pairs of the entry with this axis, and the index on it. */
function readAxis(axis) {
  // DimensionMetadata { format = 0, dense_size = 1, array_segments = 2 and 3, array_indices = 4 and 5 }
  if (axis.int8(0) === DENSE) {
    const size = axis.int32(1)
    return (entry) => Array.from({ length: size }, (_, index) => [entry * size + index, index])
  }
  const segments = INDEX_READERS[axis.int8(2)](axis.table(3))
  const indices = INDEX_READERS[axis.int8(4)](axis.table(5))
  return (entry) =>
    indices
      .slice(segments[entry], segments[entry + 1])
      .map((index, place) => [segments[entry] + place, index])
}
