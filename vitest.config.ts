import { svelte } from '@sveltejs/vite-plugin-svelte'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { developmentModels, mediapipeWasm } from './scripts/vite-mediapipe-wasm.mjs'

const executablePath = process.env['BECKON_CHROMIUM'] ?? '/usr/bin/chromium'

/** Only against a test that would never end: how fast a machine is decides nothing. */
const testTimeout = 60_000

const setupFiles = ['test/support/said-in-english.ts']

// The suffix says where a test runs: .test.ts in Node, .browser.test.ts in a real Chromium.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          testTimeout,
          hookTimeout: testTimeout,
          setupFiles,
          include: ['{src,test,scripts,evals}/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts', '**/node_modules/**'],
        },
      },
      {
        plugins: [svelte(), mediapipeWasm(), developmentModels()],
        worker: { format: 'es' },
        // Found at the first import otherwise, which reloads the page in the middle of a test.
        optimizeDeps: {
          include: [
            '@mediapipe/tasks-vision',
            'three',
            'three/addons/loaders/GLTFLoader.js',
            'zod',
            'axe-core',
            'uplot',
          ],
          // As sources: one icon more would otherwise be found late, too.
          exclude: ['@lucide/svelte'],
        },
        test: {
          name: 'browser',
          testTimeout,
          hookTimeout: testTimeout,
          setupFiles,
          include: ['{src,test}/**/*.browser.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath,
                args: [
                  '--no-sandbox',
                  '--enable-unsafe-swiftshader',
                  '--use-fake-ui-for-media-stream',
                  '--use-fake-device-for-media-stream',
                ],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
