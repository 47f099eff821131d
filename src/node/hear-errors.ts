import type { EventEmitter } from 'node:events'

/**
 * Listens to an emitter's errors, and a child process's streams', for as long as it lives: one that nobody hears ends the
 * process. Without a report for what is told of anyway, by its end or its silence. Answers the emitter.
 */
export function hearErrors<Emitter extends EventEmitter>(
  emitter: Emitter,
  report: (error: Error) => void = () => undefined,
): Emitter {
  emitter.on('error', report)
  for (const stream of streamsOf(emitter)) {
    // What a child's streams have to say is said by its end.
    stream?.on('error', () => undefined)
  }
  return emitter
}

function streamsOf(emitter: EventEmitter): readonly (EventEmitter | null)[] {
  return 'stdio' in emitter ? asStreams(emitter.stdio) : []
}

// A child process's, or nothing: Node gives a stream, or null, for each descriptor.
const asStreams = (stdio: unknown): readonly (EventEmitter | null)[] =>
  Array.isArray(stdio) ? (stdio as readonly (EventEmitter | null)[]) : []
