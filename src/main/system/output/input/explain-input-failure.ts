import type { Problem } from '../../../../contract/boundary/result.ts'
import { lastLine } from '../../../../node/last-words.ts'
import { say } from '../../../../contract/words/say.ts'
import { toType } from '../../../../core/sentence/sentence.ts'

/** Says in the user's words why the input process ended, from what it wrote to stderr. */
export function explainInputFailure(stderr: string, platform: NodeJS.Platform): Problem {
  const library = /(lib[\w.+-]{1,100}): cannot open shared object file/.exec(stderr)?.[1]
  if (library !== undefined) {
    return {
      message: say('The pointer cannot be moved: the system library {} is missing.', library),
      fix: toType('sudo apt-get install -y libxtst6'),
    }
  }
  if (stderr.includes('Could not open main display')) {
    return {
      message: say('The pointer cannot be moved: there is no X display to move it on.'),
      fix: say('Start Beckon from a desktop session, or set DISPLAY to a running X server.'),
    }
  }
  if (/X Error of failed request: +BadValue/.test(stderr)) {
    return { message: say('This keyboard layout does not have that key, so it was not pressed.') }
  }
  if (/X connection to [^\n]{1,200} broken|XIO/.test(stderr)) {
    return {
      message: say('The connection to the display was lost.'),
      fix: say('Start Beckon again.'),
    }
  }
  const last = lastLine(stderr)
  const message =
    last === ''
      ? say('The part that moves the pointer has stopped.')
      : say('The part that moves the pointer has stopped: {}', last)
  if (platform === 'darwin') {
    const fix = say(
      'Allow Beckon in System Settings, Privacy & Security, Accessibility, then start it again.',
    )
    return { message, fix }
  }
  return { message }
}
