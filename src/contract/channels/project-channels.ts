import { z } from 'zod'
import type { Project } from '../../core/project/project.ts'
import { projectSummarySchema } from './app-state.ts'
import { reliable, onOverlay, request, state } from '../boundary/channel.ts'
import { nothing } from '../boundary/nothing.ts'
import { sentenceSchema } from '../words/sentence-schema.ts'

/** A larger file is no project. The page must not send one: a message that is too large ends the connection. */
export const MOST_IMPORT_BYTES = 256 * 1024

/** `shipped`: as it came; `changed`: the user's version of a shipped one, which can be reset; `own`: the user's. */
export const projectOriginSchema = z.enum(['shipped', 'changed', 'own'])
export type ProjectOrigin = z.infer<typeof projectOriginSchema>

/** A binding that is kept but does nothing, and why: its gesture is not known here, or its classifier is off. */
export const inactiveBindingSchema = z.strictObject({
  index: z.number().int().nonnegative(),
  reason: sentenceSchema,
})
export type InactiveBinding = z.infer<typeof inactiveBindingSchema>

/** Checked whole by the host, which says in words what is wrong; a wrong shape must not end the connection. */
const project = z.custom<Project>((value) => typeof value === 'object' && value !== null)

/** What a person said to the restricted parts of a project that came from outside. */
export const trustAnswerSchema = z.enum(['allowed', 'left-off'])
export type TrustAnswer = z.infer<typeof trustAnswerSchema>

/** Something that a project would do if it were allowed to. */
const restrictedPartSchema = z.strictObject({
  /** What it is bound to; absent for what happens without one. */
  gesture: z.string().optional(),
  does: sentenceSchema,
  /** All of what `does` had to shorten. */
  exactly: z.string().optional(),
})
export type ShownRestrictedPart = z.infer<typeof restrictedPartSchema>

const restricted = z.strictObject({
  /** Of exactly these parts: an answer is to what was shown. */
  fingerprint: z.string(),
  /** Absent: nobody has answered yet. */
  answer: trustAnswerSchema.optional(),
  parts: z.array(restrictedPartSchema),
})
export type RestrictedView = z.infer<typeof restricted>

const openProject = z.strictObject({
  project,
  /** Of what is on disk: it goes back with a change, so that two windows do not undo each other's. */
  revision: z.string(),
  origin: projectOriginSchema,
  inactive: z.array(inactiveBindingSchema),
})
export type OpenProject = z.infer<typeof openProject>

const saved = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('saved'),
    revision: z.string(),
    inactive: z.array(inactiveBindingSchema),
  }),
  /** Somebody else changed it meanwhile: nothing was written, this is what is there now. */
  z.strictObject({ kind: z.literal('conflict'), now: openProject }),
  /** Not a project. Paths go from its top, for example `['bindings', 3, 'gesture']`. */
  z.strictObject({
    kind: z.literal('refused'),
    problems: z.array(
      z.strictObject({
        path: z.array(z.union([z.string(), z.number()])),
        message: sentenceSchema,
      }),
    ),
  }),
])
export type SavedProject = z.infer<typeof saved>

const id = z.strictObject({ id: z.string() })
/** What takes a deletion or a reset back. */
const undoable = z.strictObject({ undo: z.string() })

export const projectRequests = {
  readProject: request(id, openProject),
  /** Names of the keys that actions may use. */
  readKeyNames: request(nothing, z.strictObject({ keys: z.array(z.string()) })),
  /** A name that is taken gets a number behind it. */
  createProject: request(z.strictObject({ name: z.string() }), id),
  duplicateProject: request(id, id),
  saveProject: request(z.strictObject({ project, revision: z.string() }), saved),
  renameProject: request(z.strictObject({ id: z.string(), name: z.string() }), nothing),
  /** To this place in the list, from 0. */
  moveProject: request(
    z.strictObject({ id: z.string(), toIndex: z.number().int().nonnegative() }),
    nothing,
  ),
  deleteProject: request(id, undoable),
  /** Back to how it was shipped. */
  resetProject: request(id, undoable),
  undoProject: request(undoable, id),
  /** What was deleted and can still be had back, also after a restart. */
  readDeletedProjects: request(
    nothing,
    z.strictObject({ projects: z.array(projectSummarySchema) }),
  ),
  restoreProject: request(id, id),
  exportProject: request(id, z.strictObject({ fileName: z.string(), text: z.string() })),
  /** `fileName` is for messages only. */
  importProject: request(
    z.strictObject({ fileName: z.string(), text: z.string() }),
    z.strictObject({
      id: z.string(),
      name: z.string(),
      inactive: z.array(inactiveBindingSchema),
      /** How many of its parts are off until they are allowed. */
      withheldCount: z.number().int().nonnegative(),
    }),
  ),
  /** What is off in a project until a person allows it, whole. */
  readRestricted: request(id, restricted),
  /** Refused where the project holds other parts by now than were shown. */
  answerRestricted: request(
    z.strictObject({ id: z.string(), fingerprint: z.string(), answer: trustAnswerSchema }),
    nothing,
  ),
  /** Back to the project before the last switch; a program in front that caused it no longer does. */
  undoSwitch: request(nothing, nothing),
} as const

/** For as long a change of project is news: it is shown, and can be taken back where it is shown. */
export const SWITCH_NEWS_MS = 6000

/** Another project came into force: shown for a moment, with the way back. */
export const switchedSchema = z.strictObject({
  to: projectSummarySchema,
  from: projectSummarySchema,
  by: z.enum(['window', 'tray', 'hotkey', 'command', 'gesture', 'program', 'undo']),
  /** For example `Firefox is in front`; absent where people know it themselves. */
  why: sentenceSchema.optional(),
})
export type Switched = z.infer<typeof switchedSchema>

/** The program in front, for rules; or why the system does not tell. */
export const foregroundSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('on'),
    program: z.strictObject({ program: z.string(), title: z.string() }).optional(),
  }),
  z.strictObject({ kind: z.literal('off'), reason: sentenceSchema }),
])
export type ForegroundView = z.infer<typeof foregroundSchema>

export const projectDownlinks = {
  switched: onOverlay(reliable(switchedSchema)),
  foreground: state(foregroundSchema),
} as const
