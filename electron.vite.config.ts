import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'electron-vite'
import { cpSync, readdirSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { mediapipeWasm } from './scripts/vite-mediapipe-wasm.mjs'

const src = (path: string): string => resolve(import.meta.dirname, 'src', path)

/** Every program is built. Three share one app: a host each. */
const programs = Object.fromEntries(
  readdirSync(src('programs'))
    .filter((file) => /^[\w-]+\.ts$/.test(file))
    .map((file) => [basename(file, '.ts'), src(`programs/${file}`)]),
)

/** The service reads its demo page as files. */
const demoPage = () => ({
  name: 'demo-page',
  writeBundle: () => {
    cpSync(src('server/demo'), resolve(import.meta.dirname, 'out/demo'), { recursive: true })
  },
})

export default defineConfig({
  main: {
    plugins: [demoPage()],
    build: {
      outDir: 'out/main',
      rollupOptions: {
        input: programs,
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { index: src('preload/index.ts') },
        // A sandboxed preload must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: src('renderer'),
    plugins: [svelte(), mediapipeWasm()],
    worker: { format: 'es' },
    build: {
      outDir: 'out/renderer',
      // Read before the first picture: a third of the size is a third of the time.
      minify: true,
      assetsInlineLimit: 0,
      // The drawn hand's three.js is the largest, loaded when a page draws one; it is read from this machine's own disk.
      chunkSizeWarningLimit: 800,
      rollupOptions: {
        input: { index: src('renderer/index.html'), overlay: src('renderer/overlay.html') },
      },
    },
  },
})
