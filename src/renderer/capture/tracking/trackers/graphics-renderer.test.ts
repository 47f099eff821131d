import { expect, test } from 'vitest'
import { isSoftwareRenderer } from './graphics-renderer.ts'

test.each([
  'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
  'llvmpipe (LLVM 15.0.6, 256 bits)',
  'ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0)',
  'Apple Software Renderer',
])('knows %s as software', (name) => {
  expect(isSoftwareRenderer(name)).toBe(true)
})

test.each([
  'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0, D3D11)',
  'ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)',
  'ANGLE (Apple, ANGLE Metal Renderer: Apple M2, Unspecified Version)',
  'AMD Radeon Graphics (radeonsi, renoir, LLVM 15.0.7, DRM 3.49)',
])('takes %s for a graphics card', (name) => {
  expect(isSoftwareRenderer(name)).toBe(false)
})
