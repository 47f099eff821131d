/** Names under which drivers admit that there is no graphics card behind them. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render|swrast|lavapipe|virgl/i

/** On software graphics the GPU delegate takes over ten times as long as the CPU one (measured: 880 against 57 ms). */
export const isSoftwareRenderer = (rendererName: string): boolean => SOFTWARE.test(rendererName)

/** What WebGL draws with here, or undefined where there is no WebGL. Works in a worker. */
export function graphicsRendererName(): string | undefined {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2')
  if (!gl) return undefined
  const details = gl.getExtension('WEBGL_debug_renderer_info')
  const name: unknown = gl.getParameter(details ? details.UNMASKED_RENDERER_WEBGL : gl.RENDERER)
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return typeof name === 'string' ? name : undefined
}
