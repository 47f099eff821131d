import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'electron-vite'
import { cpSync } from 'node:fs'
import { resolve } from 'node:path'
import { mediapipeWasm } from './scripts/vite-mediapipe-wasm.mjs'

const src = (path: string): string => resolve(import.meta.dirname, 'src', path)

/** The service reads its demo page as files. */
const demoPage = () => ({
  name: 'demo-page',
  writeBundle: () => {
    cpSync(src('server/demo'), resolve(import.meta.dirname, 'out/demo'), { recursive: true })
  },
})

// Three entries share one app: a host each. What only Electron has stays in its entry and in main/host/electron.
export default defineConfig({
  main: {
    plugins: [demoPage()],
    build: {
      outDir: 'out/main',
      rollupOptions: {
        input: {
          electron: src('programs/electron.ts'),
          chromium: src('programs/chromium.ts'),
          headless: src('programs/headless.ts'),
          doctor: src('programs/doctor.ts'),
          beckon: src('programs/beckon.ts'),
          'input-process': src('programs/input-process.ts'),
          'listener-process': src('programs/listener-process.ts'),
          'tracker-process': src('programs/tracker-process.ts'),
          'video-worker': src('programs/video-worker.ts'),
          serve: src('programs/serve.ts'),
        },
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
      rollupOptions: {
        input: { index: src('renderer/index.html'), overlay: src('renderer/overlay.html') },
      },
    },
  },
})
