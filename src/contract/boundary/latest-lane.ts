export interface LatestMessage {
  readonly channel: string
  readonly sequence: number
  readonly payload: unknown
}

/** Per channel at most one message on its way and one waiting; a newer one takes the place of the one that waits. */
export interface LatestOutbox {
  /** Answers what to send now, if anything. */
  add(channel: string, payload: unknown, isConnected: boolean): LatestMessage | undefined
  /** The other side took it; answers what to send next, if anything. */
  onTaken(channel: string, sequence: number): LatestMessage | undefined
  /** The transport is new: answers the newest of each channel that the other side may not have. */
  resume(): readonly LatestMessage[]
  /** How many messages of this channel were replaced before they were sent. */
  dropped(channel: string): number
}

interface Slot {
  sequence: number
  dropped: number
  onItsWay: LatestMessage | undefined
  waiting: LatestMessage | undefined
}

export function createLatestOutbox(): LatestOutbox {
  const slots = new Map<string, Slot>()
  const slotOf = (channel: string): Slot => {
    const found = slots.get(channel)
    if (found !== undefined) return found
    const slot: Slot = { sequence: 0, dropped: 0, onItsWay: undefined, waiting: undefined }
    slots.set(channel, slot)
    return slot
  }
  const sendWaiting = (slot: Slot): LatestMessage | undefined => {
    slot.onItsWay = slot.waiting
    slot.waiting = undefined
    return slot.onItsWay
  }

  return {
    add(channel, payload, isConnected) {
      const slot = slotOf(channel)
      if (slot.waiting !== undefined) slot.dropped += 1
      slot.waiting = { channel, sequence: (slot.sequence += 1), payload }
      return isConnected && slot.onItsWay === undefined ? sendWaiting(slot) : undefined
    },
    onTaken(channel, sequence) {
      const slot = slots.get(channel)
      if (slot?.onItsWay?.sequence !== sequence) return undefined
      return sendWaiting(slot)
    },
    resume() {
      const messages: LatestMessage[] = []
      for (const slot of slots.values()) {
        slot.waiting ??= slot.onItsWay
        const message = sendWaiting(slot)
        if (message !== undefined) messages.push(message)
      }
      return messages
    },
    dropped: (channel) => slots.get(channel)?.dropped ?? 0,
  }
}
