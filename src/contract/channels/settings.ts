import { z } from 'zod'
import { reliable, request } from '../boundary/channel.ts'
import { cameraSourceSchema } from './status.ts'

/** Keys as Electron writes them, for example `Control+Alt+B`; empty for none. */
const hotkey = z.string().max(64)

export const hotkeysSchema = z.strictObject({
  pause: hotkey.default('Control+Alt+B'),
  nextProject: hotkey.default('Control+Alt+N'),
  previousProject: hotkey.default(''),
})
export type Hotkeys = z.infer<typeof hotkeysSchema>

const SHIPPED_ORDER = [
  ...['desktop', 'browser', 'presentation', 'media'],
  ...['reading', 'drawing', 'video-call', 'accessibility'],
]

/** What people choose on the settings page. */
const chosen = {
  theme: z.enum(['system', 'light', 'dark', 'contrast']).default('system'),
  motion: z.enum(['system', 'full', 'reduced']).default('system'),
  /** BCP 47, for example `de`; absent or empty: the system's. */
  language: z.string().max(35).optional(),
  sounds: z.boolean().default(false),
  /** A small display near the pointer says what the hand does. */
  showsHud: z.boolean().default(true),
  /** Size of text and targets in the window, as a share of the usual. */
  scale: z.union([z.literal(1), z.literal(1.25), z.literal(1.5)]).default(1),
  /** Then hidden and paused. */
  startsAtLogin: z.boolean().default(false),
  /** Projects whose rules fit the program in front come into force by themselves. */
  followsPrograms: z.boolean().default(true),
  /** Letters, poses and videos for other programs on this computer, over a WebSocket. */
  runsService: z.boolean().default(false),
  hotkeys: hotkeysSchema.default(hotkeysSchema.parse({})),
  /** How far the first-run path has come: the next step, `done`, or absent before it. */
  setupStep: z.string().max(64).optional(),
} as const

/** All that Beckon remembers of the user's choices. */
export const settingsSchema = z.object({
  /** The camera chosen last; without one, the first there is. */
  camera: cameraSourceSchema.optional(),
  /** The camera's picture comes in mirrored already. */
  isSourceMirrored: z.boolean().default(false),
  /** Id of the project chosen last. */
  project: z.string().optional(),
  /** The tracker that was measured to be the faster here, or chosen. */
  tracker: z.enum(['native', 'mediapipe']).optional(),
  /** Likewise for whole bodies. */
  bodyTracker: z.enum(['native', 'mediapipe']).optional(),
  /** Ids in the order of the list; the others follow by name. At first as they are shipped, the most useful first. */
  projectOrder: z.array(z.string()).default(SHIPPED_ORDER),
  /** Shipped projects that the user deleted. */
  hiddenProjects: z.array(z.string()).default([]),
  /** It was said that Beckon stays in the tray when its window closes. */
  isTrayExplained: z.boolean().default(false),
  ...chosen,
})
export type Settings = Readonly<z.infer<typeof settingsSchema>>

/** Settings as files hold them: what a newer Beckon wrote is passed over, and kept. */
export const settingsFileSchema = settingsSchema.loose()

/** A change of some of them. Without the defaults, which would change what was not named. */
const change = z.strictObject({
  theme: chosen.theme.unwrap().exactOptional(),
  motion: chosen.motion.unwrap().exactOptional(),
  language: chosen.language.unwrap().exactOptional(),
  sounds: chosen.sounds.unwrap().exactOptional(),
  showsHud: chosen.showsHud.unwrap().exactOptional(),
  scale: chosen.scale.unwrap().exactOptional(),
  startsAtLogin: chosen.startsAtLogin.unwrap().exactOptional(),
  followsPrograms: chosen.followsPrograms.unwrap().exactOptional(),
  runsService: chosen.runsService.unwrap().exactOptional(),
  hotkeys: z
    .strictObject({ pause: hotkey, nextProject: hotkey, previousProject: hotkey })
    .exactOptional(),
  setupStep: chosen.setupStep.unwrap().exactOptional(),
})
export type SettingsChange = z.infer<typeof change>

export const settingsRequests = {
  /** In force at once. Fails, and leaves the old, where the system refuses: a hotkey that is taken. */
  changeSettings: request(change, z.strictObject({})),
} as const

export const settingsDownlinks = { settings: reliable(settingsSchema) } as const
