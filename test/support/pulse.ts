import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { until } from './until.ts'
import { ended } from './x11.ts'

const run = promisify(execFile)

/** A real sound server of our own with one silent output. */
export interface PulseServer {
  /** What a program needs in its environment to reach it. */
  readonly env: Readonly<Record<string, string>>
  /** Percent of full, and whether it is muted, as the server itself says. */
  level(): Promise<{ readonly percent: number; readonly isMuted: boolean }>
  set(percent: number): Promise<void>
  /** It is there and answers nobody, as a server that hangs. */
  freeze(): void
  thaw(): void
  close(): Promise<void>
}

export async function startPulse(): Promise<PulseServer> {
  const folder = await mkdtemp(join(tmpdir(), 'beckon-pulse-'))
  // ALSA's tools reach the server through its plugin; they read their configuration from the home folder.
  await writeFile(join(folder, '.asoundrc'), 'pcm.!default pulse\nctl.!default pulse\n')
  const env = {
    HOME: folder,
    XDG_RUNTIME_DIR: folder,
    XDG_CONFIG_HOME: folder,
    PULSE_SERVER: `unix:${join(folder, 'native')}`,
  }
  const pactl = async (...args: readonly string[]): Promise<string> =>
    (await run('pactl', [...args], { env: { ...process.env, ...env, LC_ALL: 'C' } })).stdout
  const server = spawn(
    'pulseaudio',
    [
      ...['-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no'],
      ...['-L', 'module-null-sink sink_name=silent'],
      ...['-L', `module-native-protocol-unix auth-anonymous=1 socket=${join(folder, 'native')}`],
    ],
    { env: { ...process.env, ...env }, stdio: 'ignore' },
  )
  await until('the sound server', () =>
    pactl('list', 'short', 'sinks').then(
      (sinks) => sinks.includes('silent'),
      () => false,
    ),
  )
  return {
    env,
    async level() {
      const percent = Number(/(\d+)%/.exec(await pactl('get-sink-volume', 'silent'))?.[1])
      return { percent, isMuted: (await pactl('get-sink-mute', 'silent')).includes('yes') }
    },
    async set(percent) {
      await pactl('set-sink-volume', 'silent', `${percent}%`)
    },
    freeze: () => void server.kill('SIGSTOP'),
    thaw: () => void server.kill('SIGCONT'),
    async close() {
      await ended(server, 'SIGTERM')
      await rm(folder, { recursive: true, force: true })
    },
  }
}
