/** Decoded pixels that all clients together may have in memory; who asks for more waits, in the order of asking. */
export interface PixelBudget {
  /** Resolves when there is room. What is more than everything has room when nothing else is there. */
  take(px: number): Promise<void>
  give(px: number): void
}

export function createPixelBudget(totalPx: number): PixelBudget {
  let usedPx = 0
  const waiting: { readonly px: number; readonly go: () => void }[] = []
  const hasRoom = (px: number): boolean => usedPx === 0 || usedPx + px <= totalPx
  const admit = (): void => {
    for (let [first] = waiting; first !== undefined && hasRoom(first.px); [first] = waiting) {
      waiting.shift()
      usedPx += first.px
      first.go()
    }
  }
  return {
    take: (px) =>
      new Promise((go) => {
        waiting.push({ px, go })
        admit()
      }),
    give: (px) => {
      usedPx -= px
      admit()
    },
  }
}
