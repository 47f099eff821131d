/** Body pink, hands teal, as everywhere in Beckon. */
const BODY_COLOUR = '#ff5fa2'
const HAND_COLOUR = '#1fc7b6'
const MIN_VISIBILITY = 0.5

const BODY_BONES = [
  [11, 12],
  [11, 23],
  [12, 24],
  [23, 24],
  [11, 13],
  [13, 15],
  [12, 14],
  [14, 16],
  [23, 25],
  [25, 27],
  [27, 29],
  [29, 31],
  [27, 31],
  [24, 26],
  [26, 28],
  [28, 30],
  [30, 32],
  [28, 32],
  [0, 2],
  [2, 7],
  [0, 5],
  [5, 8],
  [9, 10],
]
const HAND_BONES = [0, 5, 9, 13, 17].flatMap((base) =>
  base === 0
    ? [
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 4],
      ]
    : [
        [0, base],
        [base, base + 1],
        [base + 1, base + 2],
        [base + 2, base + 3],
      ],
)

/** Draws a result, landmarks 0..1 of the picture. */
export function drawResult(context, { people, hands }) {
  const { width, height } = context.canvas
  context.clearRect(0, 0, width, height)
  context.lineWidth = Math.max(2, width / 200)
  context.lineCap = 'round'
  for (const { body } of people) drawBones(context, body.landmarks, BODY_BONES, BODY_COLOUR)
  for (const { landmarks } of hands) drawBones(context, landmarks, HAND_BONES, HAND_COLOUR)
}

function drawBones(context, landmarks, bones, colour) {
  const { width, height } = context.canvas
  const isSeen = (index) => (landmarks[index]?.visibility ?? 1) >= MIN_VISIBILITY
  context.strokeStyle = colour
  context.beginPath()
  for (const [from, to] of bones) {
    if (!isSeen(from) || !isSeen(to)) continue
    context.moveTo(landmarks[from].x * width, landmarks[from].y * height)
    context.lineTo(landmarks[to].x * width, landmarks[to].y * height)
  }
  context.stroke()
}

/** Between two results: `share` 0 is the older, 1 the newer. Who is in only one of them is drawn as they are there. */
export function between(older, newer, share) {
  return {
    people: newer.people.map((person) => {
      const before = older.people.find((other) => other.track_id === person.track_id)
      const landmarks = mixed(before?.body.landmarks, person.body.landmarks, share)
      return { ...person, body: { landmarks } }
    }),
    hands: newer.hands.map((hand) => {
      const before = older.hands.find((other) => other.handedness === hand.handedness)
      return { ...hand, landmarks: mixed(before?.landmarks, hand.landmarks, share) }
    }),
  }
}

function mixed(before, now, share) {
  if (before === undefined) return now
  return now.map((point, index) => ({
    ...point,
    x: before[index].x + (point.x - before[index].x) * share,
    y: before[index].y + (point.y - before[index].y) * share,
  }))
}
