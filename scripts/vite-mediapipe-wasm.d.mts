import type { Plugin } from 'vite'

/** Brings tasks-vision's wasm to where the page looks for it. */
export function mediapipeWasm(): Plugin
/** Serves the built models as the app's own server does. */
export function developmentModels(): Plugin
