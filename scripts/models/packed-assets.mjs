/**
 * Cuts one member out of an Emscripten file package. The loader script beside the data lists each member's byte range
 * as JSON: {"filename": "/third_party/.../name.tflite", "start": 0, "end": 11}.
 */
export function readPackedMember(data, loaderSource, member) {
  const list = /"files":\s*(\[[^\]]*\])/.exec(loaderSource)?.[1]
  if (list === undefined) throw new Error(`readPackedMember: the loader lists no files`)
  const entry = JSON.parse(list).find(({ filename }) => filename.endsWith(`/${member}`))
  if (entry === undefined) throw new Error(`readPackedMember: the package holds no ${member}`)
  if (entry.end > data.length) {
    throw new Error(
      `readPackedMember: ${member} ends at ${entry.end}, the data at ${data.length} bytes`,
    )
  }
  return data.subarray(entry.start, entry.end)
}
