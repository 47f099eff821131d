/** What is used of node-x11, which ships no types. */
declare module 'x11' {
  export interface Client {
    QueryPointer(
      window: number,
      done: (error: Error | null | undefined, reply: { readonly keyMask: number }) => void,
    ): void
    QueryKeymap(done: (error: Error | null | undefined, keys: Uint8Array) => void): void
    terminate(): void
    on(event: 'error', listener: (error: Error) => void): void
  }
  export function createClient(
    options: { readonly display: string },
    done: (
      error: Error | null | undefined,
      display: {
        readonly client: Client
        readonly screen: readonly { readonly root: number }[]
      },
    ) => void,
  ): unknown
}
