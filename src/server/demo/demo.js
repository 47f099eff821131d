import { between, drawResult } from './skeleton.js'

const SEND_SIZE = { width: 640, height: 480 }
const JPEG_QUALITY = 0.7
/** Sent and not yet answered: the service keeps only the newest anyway. */
const MAX_IN_FLIGHT = 2
/** A result that does not come by then will not: it was dropped for a newer one. */
const LOST_MS = 1000
const asked = new URLSearchParams(location.search)
/** Pictures a second, for weak machines: ?rate=10. A camera's pictures come unevenly, hence the tolerance. */
const SEND_EVERY_MS = 1000 / Number(asked.get('rate') ?? 60) - 8

/** Numbers that change with every picture cannot be read, and cost a layout of the page each. */
const TEXT_EVERY_MS = 250

const part = (id) => document.getElementById(id)
const [camera, overlay, status, start] = ['camera', 'overlay', 'status', 'start'].map(part)
const context = overlay.getContext('2d')
const sheet = Object.assign(document.createElement('canvas'), SEND_SIZE)

const inFlight = new Map()
const arrivals = []
const frameTimes = []
let results = []
let sequence = 0
let lastAnglesMs = -Infinity
let lastSentMs = -Infinity
let socket

/** Out of the address, which a history keeps and a neighbour reads; a page that is loaded anew still has it. */
function takeToken() {
  const given = asked.get('token')
  if (given === null) return sessionStorage.getItem('token') ?? undefined
  sessionStorage.setItem('token', given)
  asked.delete('token')
  const rest = asked.toString()
  history.replaceState(null, '', rest === '' ? location.pathname : `?${rest}`)
  return given
}
const token = takeToken()

function connect() {
  socket = io({ query: token === undefined ? {} : { token }, auth: { people: 2, hands: true } })
  socket.on('connect', () => say('Connected. Step back until all of you is in the picture.'))
  socket.on('disconnect', () => say('The service has gone. The page goes on when it is back.'))
  socket.on('connect_error', (error) => say(`The service cannot be reached: ${error.message}`))
  socket.on('pose_error', ({ error }) => say(`A picture could not be used: ${error}`))
  socket.on('pose_result', takeResult)
}

function takeResult(result) {
  const now = performance.now()
  const sentMs = inFlight.get(result.sequence) ?? now
  for (const number of inFlight.keys()) if (number <= result.sequence) inFlight.delete(number)
  results = [...results.slice(-1), { ...result, sentMs, cameMs: now }]
  arrivals.push(now)
  while (arrivals[0] < now - 2000) arrivals.shift()
  part('dropped').textContent = String(result.dropped)
  part('rate').textContent = (arrivals.length / 2).toFixed(0)
  part('pose').textContent = (result.pose?.label ?? '–').replace('-', ' ')
  part('squats').textContent = String(result.squats ?? '–')
  if (now - lastAnglesMs < TEXT_EVERY_MS) return
  lastAnglesMs = now
  showAngles(result.angles3d)
}

function sendFrame() {
  camera.requestVideoFrameCallback(sendFrame)
  const now = performance.now()
  for (const [number, sentMs] of inFlight) if (now - sentMs > LOST_MS) inFlight.delete(number)
  if (socket?.connected !== true || inFlight.size >= MAX_IN_FLIGHT) return
  if (now - lastSentMs < SEND_EVERY_MS) return
  lastSentMs = now
  const number = sequence++
  inFlight.set(number, now)
  sheet.getContext('2d').drawImage(camera, 0, 0, SEND_SIZE.width, SEND_SIZE.height)
  sheet.toBlob(
    async (blob) => {
      socket.emit('frame', { image: await blob.arrayBuffer(), timestamp: now, sequence: number })
    },
    'image/jpeg',
    JPEG_QUALITY,
  )
}

/** At the display's rate: the skeleton moves from the last result but one to the last, in the time between the two. */
let lastDrawMs = 0
let lastTextMs = -Infinity
function draw(now) {
  requestAnimationFrame(draw)
  if (lastDrawMs > 0) frameTimes.push(now - lastDrawMs)
  if (frameTimes.length > 300) frameTimes.shift()
  lastDrawMs = now
  const [older, newer] = results
  if (newer === undefined) return
  const intervalMs = Math.max(1, newer.cameMs - older.cameMs)
  const share = Math.min(1, (now - newer.cameMs) / intervalMs)
  drawResult(context, between(older, newer, share))
  if (now - lastTextMs < TEXT_EVERY_MS) return
  lastTextMs = now
  const shownMs = older.sentMs + (newer.sentMs - older.sentMs) * share
  part('delay').textContent = `${Math.round(now - shownMs)} ms`
  part('frame').textContent = `${frameTimeMs(0.95).toFixed(1)} ms`
}

/** Of the last five seconds; for whoever measures the page. */
function frameTimeMs(share) {
  const sorted = [...frameTimes].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0
}
window.demoFigures = () => ({ results: arrivals.length / 2, frameP95Ms: frameTimeMs(0.95) })

function showAngles(angles = {}) {
  const cell = (name) => {
    const angle = angles[name]
    if (angle === undefined || angle.confidence < 0.5) return '–'
    return `${Math.round(angle.degrees)}${angle.warning === 'towards-camera' ? ' (a guess)' : ''}`
  }
  const joints = ['elbow', 'shoulder', 'wrist', 'hip', 'knee', 'ankle']
  part('angles').replaceChildren(
    ...joints.map((joint) => {
      const row = document.createElement('tr')
      const head = Object.assign(document.createElement('th'), { scope: 'row', textContent: joint })
      const cells = ['left', 'right'].map((side) =>
        Object.assign(document.createElement('td'), { textContent: cell(`${side}.${joint}`) }),
      )
      row.append(head, ...cells)
      return row
    }),
  )
}

const say = (text) => {
  if (status.textContent !== text) status.textContent = text
}

start.addEventListener('click', async () => {
  start.disabled = true
  try {
    camera.srcObject = await navigator.mediaDevices.getUserMedia({ video: SEND_SIZE })
  } catch (error) {
    start.disabled = false
    say(`The camera cannot be used: ${error.message}`)
    return
  }
  await camera.play()
  Object.assign(overlay, { width: camera.videoWidth, height: camera.videoHeight })
  start.hidden = true
  connect()
  camera.requestVideoFrameCallback(sendFrame)
  requestAnimationFrame(draw)
})
showAngles()
