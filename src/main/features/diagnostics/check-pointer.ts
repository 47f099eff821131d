import { saidBy } from '../../../contract/words/said-error.ts'
import { say } from '../../../contract/words/say.ts'
import type { ScreenPoint } from '../../../core/geometry/point.ts'
import { failedCheck, passedCheck, type Check } from './check.ts'

/** As much of a pointer as the check uses. */
export interface MovablePointer {
  position(): Promise<ScreenPoint>
  move(to: ScreenPoint): unknown
}

const POINTER = say('Pointer')
const FIX = say(
  'On macOS allow Accessibility for the terminal in the system settings; on Linux use an X11 session.',
)

/** Moves the pointer by one pixel, reads it back, and puts it back where it was. */
export async function checkPointer(pointer: MovablePointer): Promise<Check> {
  try {
    const before = await pointer.position()
    // Towards the middle of the screen: at the left edge there is no pixel further left.
    const wanted = { x: before.x > 0 ? before.x - 1 : before.x + 1, y: before.y }
    await pointer.move(wanted)
    const seen = await pointer.position()
    await pointer.move(before)
    const after = await pointer.position()
    if (seen.x !== wanted.x || seen.y !== wanted.y) {
      return failedCheck(
        POINTER,
        say('It was sent to {} and stands at {}.', pointText(wanted), pointText(seen)),
        FIX,
      )
    }
    if (after.x !== before.x || after.y !== before.y) {
      return failedCheck(POINTER, say('It did not go back to {}.', pointText(before)), FIX)
    }
    return passedCheck(POINTER, say('moved by a pixel from {} and back', pointText(before)))
  } catch (error) {
    return failedCheck(POINTER, say('It cannot be moved: {}', saidBy(error)), FIX)
  }
}

function pointText({ x, y }: ScreenPoint): string {
  return `${x}, ${y}`
}
