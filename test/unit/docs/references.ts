/** Something that a page refers to, and what it should lead to: a path from the root, with a heading where one is named. */
export interface Reference {
  readonly text: string
  readonly path: string
  readonly heading: string | undefined
}

const FENCED = /^```[^]*?^```/gm
const LINK = /\]\(([^)\s]+)\)/g
const CODE = /`([^`\n]+)`/g
const ELSEWHERE = /^[a-z]+:/

/** Rooms of src by which pages call files and folders for short: `core/body`, `main/control/session.ts`. */
const ROOM = /^(core|vision|contract|node|inference|jobs|main|renderer|server|programs|preload)\//
const OTHER = /^(src|test|scripts|evals|bench|docs|resources|build)\//
/** No pattern, and no NAME to be filled in. */
const PATH = /^(?!.*\bNAME\b)[\w@./-]+$/

/** Every link within the repository, as it stands in a page of this folder. */
export function linksIn(page: string, folder: string): readonly Reference[] {
  return [...page.replaceAll(FENCED, '').matchAll(LINK)].flatMap(([, target = '']) => {
    if (ELSEWHERE.test(target)) return []
    const [path = '', heading] = target.split('#')
    return [{ text: target, path: path === '' ? '' : joined(folder, path), heading }]
  })
}

/** Every file and folder that a page names in code, by its path or by its room. */
export function filesNamedIn(page: string): readonly Reference[] {
  return [...page.replaceAll(FENCED, '').matchAll(CODE)].flatMap(([, text = '']) => {
    if (!PATH.test(text)) return []
    if (OTHER.test(text)) return [{ text, path: text, heading: undefined }]
    return ROOM.test(text) ? [{ text, path: `src/${text}`, heading: undefined }] : []
  })
}

/** The headings of a page as links name them. */
export const headingsIn = (page: string): readonly string[] =>
  [...page.replaceAll(FENCED, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )

function joined(folder: string, path: string): string {
  const parts: string[] = []
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}
