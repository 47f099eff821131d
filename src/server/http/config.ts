import { parseArgs } from 'node:util'
import { z } from 'zod'
import { messageOf } from '../../contract/boundary/error-message.ts'
import { tokenSourceOf, type TokenSource } from './token-source.ts'
import { flagOf, POSE_SETTINGS, poseSettings, type PoseSetting } from '../videos/pose-config.ts'

/** Everything that can be set. Flags win over the environment. */
export interface ServerConfig {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** Wanted of every client; undefined lets in everybody of this machine. */
  readonly token: string | undefined
  /** Web pages from elsewhere that may connect, as `https://example.org`. Pages of this machine always may. */
  readonly origins: readonly string[]
  readonly maxClients: number
  readonly maxMessageBytes: number
  /** Of a picture, from its header, before it is decoded. */
  readonly maxPicturePx: number
  /** Messages a client may send in a second. */
  readonly maxRatePerS: number
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** Log files go here as well; the console alone when not set. */
  readonly logDir?: string | undefined
}

export type ConfigResult =
  | {
      readonly kind: 'config'
      readonly config: Omit<ServerConfig, 'token'>
      readonly tokenSource: TokenSource
      /** Flags that belong to the video jobs, by their names in the environment. */
      readonly poseFlags: Readonly<Partial<Record<PoseSetting, string>>>
    }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'problem'; readonly text: string }

/** Name, default and what it is; the flag is --name, the environment's BECKON_SERVE_NAME. */
const SETTINGS = {
  host: ['127.0.0.1', 'address to listen on'],
  port: ['8765', 'port to listen on'],
  'token-file': ['', 'holds what clients must show; made when there is none'],
  origins: ['', 'web pages from elsewhere that may connect, separated by commas'],
  'max-clients': ['128', 'connections at once'],
  'max-message-mb': ['8', 'largest message'],
  'max-picture-mp': ['24', 'largest picture, in megapixels'],
  'max-rate': ['120', 'messages per client and second'],
  'log-level': ['info', 'debug, info, warn, error or silent'],
} as const
type Setting = keyof typeof SETTINGS

const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most)
const schema = z.object({
  host: z.string().min(1),
  port: count(0, 65535),
  'token-file': z.string(),
  origins: z.string(),
  'max-clients': count(1, 10_000),
  'max-message-mb': z.coerce.number().positive().max(64),
  'max-picture-mp': z.coerce.number().positive().max(64),
  'max-rate': count(1, 10_000),
  'log-level': z.enum(['debug', 'info', 'warn', 'error', 'silent']),
})

export function readConfig(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ConfigResult {
  const flags = readFlags(args)
  if (typeof flags === 'string') return { kind: 'problem', text: flags }
  if (flags['help'] === true) return { kind: 'help', text: helpText() }
  const given = Object.fromEntries(
    configSettings().map((name) => [name, flags[name] ?? env[envName(name)] ?? SETTINGS[name][0]]),
  )
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const name = String(issue?.path[0])
    return { kind: 'problem', text: `--${name}: ${issue?.message ?? 'is wrong'}` }
  }
  const config = asConfig(parsed.data)
  const tokenSource = tokenSourceOf({
    flag: textOf(flags['token']),
    environment: env['BECKON_SERVE_TOKEN'] ?? '',
    file: parsed.data['token-file'],
    isNone: flags['no-token'] === true || env['BECKON_SERVE_NO_TOKEN'] === '1',
    isThisMachineOnly: isLoopback(config.host),
  })
  if (typeof tokenSource === 'string') return { kind: 'problem', text: tokenSource }
  return { kind: 'config', config, tokenSource, poseFlags: poseFlagsOf(flags) }
}

const poseFlagsOf = (flags: Flags): Partial<Record<PoseSetting, string>> =>
  Object.fromEntries(
    poseSettings().flatMap((name) => {
      const value = flags[flagOf(name)]
      return typeof value === 'string' ? [[name, value] as const] : []
    }),
  )

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)

const textOf = (flag: string | boolean | undefined): string | undefined =>
  typeof flag === 'string' ? flag : undefined

function asConfig(given: z.infer<typeof schema>): Omit<ServerConfig, 'token'> {
  const origins = given.origins.split(',').map((origin) => origin.trim())
  return {
    host: given.host,
    port: given.port,
    origins: origins.filter((origin) => origin !== ''),
    maxClients: given['max-clients'],
    maxMessageBytes: given['max-message-mb'] * 2 ** 20,
    maxPicturePx: given['max-picture-mp'] * 1e6,
    maxRatePerS: given['max-rate'],
    logLevel: given['log-level'],
  }
}

type Flags = Readonly<Record<string, string | boolean | undefined>>

function readFlags(args: readonly string[]): Flags | string {
  const all = [...configSettings(), ...poseSettings().map(flagOf)]
  const names = all.map((name) => [name, { type: 'string' }] as const)
  const options = {
    ...Object.fromEntries(names),
    // Known, to say why it is not taken.
    token: { type: 'string' },
    'no-token': { type: 'boolean' },
    help: { type: 'boolean' },
  } as const
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    return messageOf(error)
  }
}

const configSettings = (): readonly Setting[] => settingsByName(Object.keys(SETTINGS))
const settingsByName = (names: readonly string[]) => names as readonly Setting[]

const envName = (name: Setting): string => `BECKON_SERVE_${name.toUpperCase().replaceAll('-', '_')}`

function helpText(): string {
  const rows = configSettings().map((name) => {
    const [value, what] = SETTINGS[name]
    const shown = value === '' ? what : `${what} (${value})`
    return helpRow(name, envName(name), shown)
  })
  const more = [
    helpRow('', 'BECKON_SERVE_TOKEN', 'what clients must show, in place of a file'),
    helpRow('no-token', 'BECKON_SERVE_NO_TOKEN=1', 'lets in everybody of this computer'),
  ]
  const poseRows = poseSettings().map((name) => helpRow(flagOf(name), name, POSE_SETTINGS[name]))
  return ['npm run serve -- [options]', '', ...rows, ...more, '', ...poseRows, ''].join('\n')
}

const helpRow = (flag: string, env: string, what: string): string =>
  `  ${(flag && `--${flag}`).padEnd(20)} ${env.padEnd(30)} ${what}`
