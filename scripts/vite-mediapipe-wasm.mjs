import { createReadStream, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/**
 * tasks-vision loads its wasm at run time, from a folder beside the page: served from the package while developing and
 * testing, copied to out/renderer/wasm by a build. Only the module build: the worker that loads it is a module.
 */
const FILES = ['vision_wasm_module_internal.js', 'vision_wasm_module_internal.wasm']
// Not import.meta.dirname: electron-vite bundles its config, and with it this file, into the project's root.
const ROOT = process.cwd()
const FOLDER = resolve(ROOT, 'node_modules/@mediapipe/tasks-vision/wasm')

export function mediapipeWasm() {
  return {
    name: 'beckon-mediapipe-wasm',
    configureServer(server) {
      server.middlewares.use(serve(/\/wasm\/([\w.]+)$/, FOLDER, new Set(FILES)))
    },
    generateBundle() {
      if (this.environment?.name !== undefined && this.environment.name !== 'client') return
      for (const file of FILES) {
        this.emitFile({
          type: 'asset',
          fileName: `wasm/${file}`,
          source: readFileSync(resolve(FOLDER, file)),
        })
      }
    },
  }
}

/** Serves the built models as the app's own server does, for tests that run without it. */
export function developmentModels() {
  const folder = resolve(ROOT, 'resources/models')
  return {
    name: 'beckon-development-models',
    configureServer(server) {
      server.middlewares.use(serve(/\/models\/([\w.]+[.]task)$/, folder))
    },
  }
}

const TYPES = { js: 'text/javascript', wasm: 'application/wasm' }

function serve(pattern, folder, allowed) {
  return (request, response, next) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = pattern.exec(pathname)?.[1]
    if (file === undefined || (allowed && !allowed.has(file))) {
      next()
      return
    }
    const type = TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    createReadStream(resolve(folder, file))
      .on('open', () => response.setHeader('Content-Type', type))
      .on('error', () => {
        response.statusCode = 404
        response.end()
      })
      .pipe(response)
  }
}
