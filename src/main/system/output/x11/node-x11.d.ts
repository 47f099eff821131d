/** What is used of node-x11, which ships no types. */
declare module 'x11' {
  export type Answered<Reply> = (error: Error | null | undefined, reply: Reply) => unknown

  export interface XkbState {
    /** Bits of modifiers: held down, waiting for the next key, locked, and all of them. */
    readonly baseMods: number
    readonly latchedMods: number
    readonly lockedMods: number
    readonly mods: number
    /** From 0. */
    readonly group: number
    readonly baseGroup: number
    readonly latchedGroup: number
    readonly lockedGroup: number
  }
  export interface Xkb {
    readonly majorOpcode: number
    readonly UseCoreKbd: number
    readonly EventType: { readonly NewKeyboardNotify: number; readonly MapNotify: number }
    SelectEvents(
      device: number,
      affectWhich: number,
      clear: number,
      selectAll: number,
      affectMap: number,
      map: number,
      details: object,
    ): void
    GetState(device: number, answered: Answered<XkbState>): void
    LatchLockState(
      device: number,
      affectModLocks: number,
      modLocks: number,
      lockGroup: boolean,
      groupLock: number,
      affectModLatches: number,
      modLatches: number,
      latchGroup: boolean,
      groupLatch: number,
    ): void
  }
  export interface XTest {
    readonly KeyPress: number
    readonly KeyRelease: number
    FakeInput(
      type: number,
      keycode: number,
      afterMs: number,
      window: number,
      x: number,
      y: number,
    ): void
  }
  export interface Client {
    seq_num: number
    readonly replies: Record<
      number,
      readonly [((body: Buffer, detail: number) => unknown) | undefined, Answered<never>]
    >
    readonly pack_stream: { put(request: Buffer): void; submit(expectsReply: boolean): void }
    require(extension: 'xkb', answered: Answered<Xkb>): void
    require(extension: 'xtest', answered: Answered<XTest>): void
    ChangeKeyboardMapping(
      firstKeycode: number,
      keysymsPerKeycode: number,
      keysyms: readonly number[],
      answered: Answered<void>,
    ): void
    GetInputFocus(answered: Answered<unknown>): void
    QueryKeymap(answered: Answered<Uint8Array>): void
    terminate(): void
    on(event: 'error', listener: (error: Error) => void): void
    on(event: 'event', listener: (event: { readonly xkbType?: number }) => void): void
    on(event: 'end', listener: () => void): void
  }
  export function createClient(
    options: { readonly shm: false; readonly bufferRequests: true },
    connected: Answered<{ readonly client: Client }>,
  ): Client
}
