/**
 * Lets a tracker be opened more than once in a worker. The wasm's loader file leaves its factory in the global
 * `ModuleFactory`; tasks-vision takes it from there and clears it, also after a failure. Importing the same address
 * again runs nothing, so the second opening would find none: here the global keeps the last factory it was given.
 */
export function keepWasmFactory(): void {
  let factory: unknown
  Object.defineProperty(self, 'ModuleFactory', {
    configurable: true,
    get: () => factory,
    set: (given: unknown) => {
      factory = given ?? factory
    },
  })
}
