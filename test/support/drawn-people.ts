import sharp from 'sharp'

/** Somebody drawn so that the pose models find them; all lengths in px of a picture of 640 × 480. */
export interface DrawnPerson {
  /** Of the middle of the body. */
  readonly x: number
  readonly shirt: string
  readonly trousers: string
  readonly arms?: 'down' | 'up'
}

export const ANNA: DrawnPerson = { x: 170, shirt: '#3558a8', trousers: '#2d2f38' }
export const BEN: DrawnPerson = { x: 450, shirt: '#a33b30', trousers: '#6b6250' }

/** Where the drawing puts joints, for somebody at x = 0 with their arms down; `left` is the person's own left. */
export const DRAWN = {
  leftShoulder: [50, 140],
  rightShoulder: [-50, 140],
  leftWrist: [93, 268],
  rightWrist: [-93, 268],
  leftAnkle: [26, 420],
  rightAnkle: [-26, 420],
} as const

/** A JPEG of these people before a plain wall. */
export async function drawPeople(...people: readonly DrawnPerson[]): Promise<Buffer<ArrayBuffer>> {
  const wall = '<rect width="640" height="480" fill="#a5a6a4"/>'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">${wall}${people
    .map(figure)
    .join('')}</svg>`
  return Buffer.from(await sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toBuffer())
}

const SKIN = '#e2ac86'

function figure({ x, shirt, trousers, arms = 'down' }: DrawnPerson): string {
  return `<g transform="translate(${x} 0)" stroke-linecap="round" fill="none">
    ${bothSides((side) => leg(side, trousers))}
    ${bothSides((side) => (arms === 'down' ? armDown(side, shirt) : armUp(side, shirt)))}
    <path d="M-56 132 Q0 112 56 132 L44 262 L-44 262 Z" fill="${shirt}"/>
    <rect x="-12" y="98" width="24" height="30" fill="#c99070"/>
    ${head()}
  </g>`
}

const bothSides = (draw: (side: 1 | -1) => string): string => draw(1) + draw(-1)

const leg = (side: 1 | -1, colour: string): string =>
  `<path d="M${22 * side} 250 L${26 * side} 340 L${26 * side} 425" stroke="${colour}" stroke-width="34"/>
   <path d="M${28 * side} 438 l${16 * side} 6" stroke="#222" stroke-width="18"/>`

const armDown = (side: 1 | -1, shirt: string): string =>
  `<path d="M${48 * side} 145 L${82 * side} 205" stroke="${shirt}" stroke-width="26"/>
   <path d="M${82 * side} 205 L${92 * side} 262" stroke="${SKIN}" stroke-width="18"/>
   <circle cx="${93 * side}" cy="276" r="12" fill="${SKIN}"/>`

const armUp = (side: 1 | -1, shirt: string): string =>
  `<path d="M${48 * side} 145 L${78 * side} 88" stroke="${shirt}" stroke-width="26"/>
   <path d="M${78 * side} 88 L${86 * side} 32" stroke="${SKIN}" stroke-width="18"/>
   <circle cx="${87 * side}" cy="18" r="12" fill="${SKIN}"/>`

const head = (): string =>
  `<ellipse cx="0" cy="78" rx="27" ry="34" fill="${SKIN}"/>
   <path d="M-28 72 Q-26 38 0 40 Q26 38 28 72 Q14 54 0 55 Q-14 54 -28 72" fill="#3a2618"/>
   ${bothSides(
     (side) => `<ellipse cx="${10 * side}" cy="76" rx="4" ry="2.6" fill="#fff"/>
   <circle cx="${10 * side}" cy="76" r="2" fill="#222"/>
   <path d="M${5 * side} 69 h${10 * side}" stroke="#3a2618" stroke-width="2"/>`,
   )}
   <path d="M0 78 l-3 9 h6" stroke="#b9805c" stroke-width="2"/>
   <path d="M-8 96 q8 5 16 0" stroke="#a0484a" stroke-width="3"/>`
