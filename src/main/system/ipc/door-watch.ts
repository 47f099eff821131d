import type { Socket } from 'node:net'
import { say } from '../../../contract/words/say.ts'
import type { StageProblem } from '../../../contract/channels/status.ts'
import { mayComeIn, peerOwner } from '../../../node/peer-owner.ts'

/** Somebody who is not our page stood at its door. */
export type Intrusion =
  | { readonly kind: 'other-user'; readonly problem: StageProblem }
  /** More than our page knows the token: nobody can tell which of the two came first. */
  | { readonly kind: 'token-used-again'; readonly problem: StageProblem }

/** Knows who is at the door, and tells of whoever does not belong there. */
export interface DoorWatch {
  mayComeIn(socket: Socket): Promise<boolean>
  usedAgain(): void
}

/** Of each other user it is told once: one that knocks all the time would be all that is heard. */
export function createDoorWatch(tell: (intrusion: Intrusion) => void): DoorWatch {
  const told = new Set<number>()
  return {
    mayComeIn: async (socket) => {
      const owner = await peerOwner(socket)
      if (owner.kind === 'other' && !told.has(owner.uid)) {
        told.add(owner.uid)
        tell({ kind: 'other-user', problem: otherUser(owner.uid) })
      }
      return mayComeIn(owner)
    },
    usedAgain: () => {
      tell({ kind: 'token-used-again', problem: USED_AGAIN })
    },
  }
}

const otherUser = (uid: number): StageProblem => ({
  stage: 'link',
  severity: 'medium',
  message: say(
    'A program of another user of this computer (number {}) wanted in and was turned away.',
    uid,
  ),
  fix: say('If you do not know of it, ask whoever looks after this computer.'),
})

const USED_AGAIN: StageProblem = {
  stage: 'link',
  severity: 'high',
  message: say(
    'Another program tried to get in with the key of this window. Everybody was put out, and the window is opened with a new one.',
  ),
  fix: say('Look for programs that you did not start yourself. Nothing is held meanwhile.'),
}
