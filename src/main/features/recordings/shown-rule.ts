import type { ShownRule } from '../../../contract/channels/recording-channels.ts'
import type { Binding } from '../../../core/project/project.ts'

/** A binding as the page tells of it. */
export const shownRule = ({ trigger, companions, action }: Binding): ShownRule => ({
  action,
  trigger,
  companions: companions.map(({ kind, gesture }) => ({ kind, gesture })),
})
