declare module 'pino-roll' {
  import type { EventEmitter } from 'node:events'

  /** Of what SonicBoom can do, what we use. */
  export interface RollingFile extends EventEmitter {
    write(text: string): boolean
    destroy(): void
  }
  function roll(options: {
    readonly file: string
    readonly size: string
    readonly limit: { readonly count: number }
    readonly mode: number
  }): Promise<RollingFile>
  export { roll as default }
}
