import { createClient, type Answered, type Client } from 'x11'

/** Connects to the display that the environment names. `onLost` is called when it has gone. */
export function openClient(onLost: () => void): Promise<Client> {
  return new Promise((resolve, reject) => {
    const client = createClient({ shm: false, bufferRequests: true }, (error, display) => {
      if (error) reject(error)
      else resolve(display.client)
    })
    client.on('error', reject)
    client.on('end', onLost)
  })
}

/** The answer of a request that the library knows. */
export function answerOf<Reply>(ask: (answered: Answered<Reply>) => void): Promise<Reply> {
  return new Promise((resolve, reject) => {
    ask((error, reply) => {
      if (error) reject(error)
      else resolve(reply)
      // The library takes a refusal for its own affair otherwise.
      return true
    })
  })
}

/** Asks what the library does not know. `read` is given the answer behind its first eight bytes. */
export function askFor<Reply>(
  client: Client,
  request: Buffer,
  read: (body: Buffer) => Reply,
): Promise<Reply> {
  return answerOf((answered) => {
    client.seq_num += 1
    client.pack_stream.put(request)
    client.replies[client.seq_num] = [read, answered]
    client.pack_stream.submit(true)
  })
}

/** Sends what has no answer and the library does not know, and waits until the server has taken or refused it. */
export function send(client: Client, request: Buffer): Promise<void> {
  return answerOf((answered) => {
    client.seq_num += 1
    client.pack_stream.put(request)
    client.replies[client.seq_num] = [undefined, answered]
    client.pack_stream.submit(false)
    // The answer to a later question says that it was taken.
    client.GetInputFocus(() => true)
  })
}
