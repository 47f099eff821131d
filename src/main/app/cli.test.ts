import { describe, expect, it } from 'vitest'
import { parseCli, parseDurationMs } from './cli.ts'

describe('the command line', () => {
  it('means "the app decides" when nothing is given', () => {
    expect(parseCli([])).toEqual({
      ok: true,
      value: {
        kind: 'run',
        options: {
          host: undefined,
          camera: undefined,
          isSourceMirrored: undefined,
          project: undefined,
          tracker: undefined,
          isDryRun: false,
          isEngaged: false,
          startsPaused: false,
          startsHidden: false,
          events: undefined,
          forMs: undefined,
          port: 0,
        },
      },
    })
  })

  it('reads every flag', () => {
    const argv =
      '--host chromium --camera demo:circle --mirrored --project Desktop --tracker mediapipe --dry-run --engaged --events - --for 2m --port 8080'
    expect(parseCli(argv.split(' '))).toMatchObject({
      ok: true,
      value: {
        options: {
          host: 'chromium',
          camera: 'demo:circle',
          isSourceMirrored: true,
          project: 'Desktop',
          isDryRun: true,
          isEngaged: true,
          startsPaused: false,
          startsHidden: false,
          events: '-',
          forMs: 120_000,
          port: 8080,
        },
      },
    })
  })

  it.each([
    [['--fast'], "Unknown option '--fast'."],
    [['--host', 'firefox'], '--host "firefox" is unknown.'],
    [['--tracker', 'magic'], '--tracker "magic" is unknown.'],
    [['--for', 'soon'], '--for "soon" is not a time.'],
    [['--for', '0s'], '--for "0s" is not a time.'],
    [['--port', '70000'], '--port "70000" is not a port.'],
    [['desktop'], '"desktop" is not a flag.'],
  ])('refuses %j by name', (argv, message) => {
    const result = parseCli(argv)
    expect(result.ok ? undefined : result.problem.message).toEqual(message)
    expect(result.ok || result.problem.fix).toBeTruthy()
  })

  it('takes a bare number of --for as seconds', () => {
    expect(parseDurationMs('1.5')).toEqual({ ok: true, value: 1500 })
  })
})
