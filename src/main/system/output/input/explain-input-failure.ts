import type { Problem } from '../../../../contract/boundary/result.ts'

/** Says in the user's words why the input process ended, from what it wrote to stderr. */
export function explainInputFailure(stderr: string, platform: NodeJS.Platform): Problem {
  const library = /(lib[\w.+-]+\.so[\w.]*): cannot open shared object file/.exec(stderr)?.[1]
  if (library !== undefined) {
    return {
      message: `The pointer cannot be moved: the system library ${library} is missing.`,
      fix: 'sudo apt-get install -y libxtst6',
    }
  }
  if (stderr.includes('Could not open main display')) {
    return {
      message: 'The pointer cannot be moved: there is no X display to move it on.',
      fix: 'Start Beckon from a desktop session, or set DISPLAY to a running X server.',
    }
  }
  if (/X Error of failed request: +BadValue/.test(stderr)) {
    return { message: 'This keyboard layout does not have that key, so it was not pressed.' }
  }
  if (/X connection to .* broken|XIO/.test(stderr)) {
    return { message: 'The connection to the display was lost.', fix: 'Start Beckon again.' }
  }
  const lastLine = stderr.trim().split('\n').at(-1) ?? ''
  const message = `The part that moves the pointer has stopped${lastLine ? `: ${lastLine}` : '.'}`
  if (platform === 'darwin') {
    const fix =
      'Allow Beckon in System Settings, Privacy & Security, Accessibility, then start it again.'
    return { message, fix }
  }
  return { message }
}
