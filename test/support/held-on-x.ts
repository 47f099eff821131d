import { createClient, type Client } from 'x11'

/** What an X server says is down, whoever pressed it. */
export interface HeldOnX {
  /** For example `button 1`, `key 37` (a key code). */
  read(): Promise<readonly string[]>
  close(): void
}

/** The pointer's state has a bit for each of five buttons, from here on. */
const BUTTON_BIT = 8

export function watchHeld(display: string): Promise<HeldOnX> {
  return new Promise((resolve, reject) => {
    createClient({ display }, (error, opened) => {
      if (error) return reject(error)
      const [screen] = opened.screen
      if (screen === undefined) return reject(new Error(`watchHeld: ${display} has no screen`))
      const { client } = opened
      resolve({
        read: async () => [...(await buttons(client, screen.root)), ...(await keys(client))],
        close: () => {
          client.terminate()
        },
      })
    })
  })
}

function buttons(client: Client, root: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    client.QueryPointer(root, (error, reply) => {
      if (error) return reject(error)
      const down = [1, 2, 3, 4, 5].filter(
        (button) => reply.keyMask & (1 << (BUTTON_BIT + button - 1)),
      )
      resolve(down.map((button) => `button ${button}`))
    })
  })
}

/** One bit for each of 256 key codes. */
function keys(client: Client): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    client.QueryKeymap((error, bits) => {
      if (error) return reject(error)
      const down: string[] = []
      bits.forEach((byte, index) => {
        for (let bit = 0; bit < 8; bit += 1) {
          if (byte & (1 << bit)) down.push(`key ${8 * index + bit}`)
        }
      })
      resolve(down)
    })
  })
}
