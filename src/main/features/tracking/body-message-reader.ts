import { bodyFromMessage, type BodyMessage } from '../../../contract/frames/body-message.ts'
import { createBodyObserver, type BodyObserver } from '../../../core/classifier/body-reading.ts'
import type { BodyReading } from '../../../core/classifier/classifier.ts'
import { needsBodies } from '../../../core/project/needs-bodies.ts'
import type { Project } from '../../../core/project/project.ts'

/** What the person in front of the camera does, for projects that want to know; for others it costs nothing. */
export interface BodyReader {
  /** The project in force. */
  follow(project: Project): void
  /** The people of one picture. */
  readonly addMessage: (message: BodyMessage) => void
  /** As of the newest picture that was searched; undefined while nobody is seen. Frame time. */
  read(atMs: number): BodyReading | undefined
}

export function createBodyMessageReader(): BodyReader {
  let reading: BodyObserver | undefined
  return {
    follow: (project) => {
      reading = needsBodies(project) ? createBodyObserver() : undefined
    },
    addMessage: ({ bodies, atMs }) => reading?.observe(bodies.map(bodyFromMessage), atMs),
    read: (atMs) => reading?.at(atMs),
  }
}
