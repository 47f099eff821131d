import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { withArmsUp, withBodyBinding } from '../support/body/body-project.ts'
import { ANNA, drawPeople } from '../support/drawn-people.ts'
import { shippedProject } from '../support/hand/stage.ts'
import { missingPrograms } from '../support/x11.ts'
import { putOwnProject } from '../support/own-project.ts'
import { startBeckon, type Beckon } from '../support/e2e/beckon.ts'

const SQUATS = join(import.meta.dirname, '../../../shared/data/videos/golden/pose_squats.mp4')
/** As the golden points of that video count (`npm run eval -- pose`). */
const GOLDEN_SQUATS = 2
const missing = missingPrograms('chromium', 'ffmpeg')
const skip = missing.length > 0 && `needs ${missing.join(', ')}`

let home: string
before(async () => {
  home = await mkdtemp(join(tmpdir(), 'beckon-body-e2e-'))
  const gymnast = withBodyBinding(withArmsUp(shippedProject('desktop')), 'exercise.squat', {
    ...{ kind: 'key.chord', keys: ['right'] },
  })
  await putOwnProject(home, { ...gymnast, id: 'gymnast', name: 'Gymnast' })
  await writeFile(join(home, 'settings.json'), JSON.stringify({ bodyTracker: 'native' }))
})
after(() => rm(home, { recursive: true, force: true, maxRetries: 5 }))

/** Lets the app watch a clip to its end, in control from the start, with nothing sent to the system. */
async function watch(clip: string): Promise<Beckon> {
  const args = ['--camera', clip, '--dry-run', '--engaged', '--project', 'gymnast']
  const beckon = await startBeckon({ host: 'headless', home, args })
  try {
    assert.equal(await beckon.ended(60_000), 0, beckon.said())
    return beckon
  } finally {
    await beckon.close()
  }
}

const phases = ({ events }: Beckon, gesture: string): unknown[] =>
  events.filter((event) => event['gesture'] === gesture).map(({ phase }) => phase)
const actions = ({ events }: Beckon): unknown[] =>
  events
    .filter(({ kind, action }) => kind === 'action' && action !== 'pointer.move')
    .map(({ action }) => action)

/** The film, after its first picture has stood until the trackers are up. */
function squatsClip(): string {
  const clip = join(home, 'squats.mp4')
  // A film of five pictures a second.
  const filter = 'tpad=start_duration=6:start_mode=clone,fps=30,scale=-2:640'
  const args = ['-v', 'error', '-y', '-i', SQUATS, '-vf', filter, '-an', clip]
  const made = spawnSync('ffmpeg', args)
  assert.equal(made.status, 0, String(made.stderr))
  return clip
}

/** Somebody drawn who stands for so many seconds, then holds their arms up, then stands again. */
async function armsClip(): Promise<string> {
  const parts = [
    { arms: 'down', seconds: 6 },
    { arms: 'up', seconds: 3 },
    { arms: 'down', seconds: 3 },
  ] as const
  const frames = await Promise.all(
    parts.map(async ({ arms, seconds }) =>
      Array<Buffer>(seconds * 30).fill(await drawPeople({ ...ANNA, x: 320, arms })),
    ),
  )
  const clip = join(home, 'arms.mp4')
  const made = spawnSync(
    'ffmpeg',
    [
      ...['-v', 'error', '-y', '-f', 'mjpeg', '-framerate', '30', '-i', '-'],
      ...['-pix_fmt', 'yuv420p', clip],
    ],
    { input: Buffer.concat(frames.flat()) },
  )
  assert.equal(made.status, 0, String(made.stderr))
  return clip
}

test('arms that somebody holds up hold a key down', { skip }, async () => {
  const beckon = await watch(await armsClip())
  assert.deepEqual(
    phases(beckon, 'body.arms-up').filter((phase) => phase !== 'changed'),
    ['began', 'ended'],
  )
  assert.deepEqual(actions(beckon), ['key.press', 'key.release'])
})

test(
  'every squat of somebody filmed presses a key once',
  { skip: skip || (!existsSync(SQUATS) && 'needs the videos in ../shared/data/videos/golden') },
  async () => {
    const beckon = await watch(squatsClip())
    const done = phases(beckon, 'exercise.squat').filter((phase) => phase === 'began')
    assert.equal(done.length, GOLDEN_SQUATS, beckon.said())
    // What the hands of somebody who does squats set off by mistake is not this test's: `eval -- false-activations`.
    const presses = beckon.events.filter(
      ({ kind, action, cause }) =>
        kind === 'action' && action === 'key.chord' && cause === 'exercise.squat',
    )
    assert.equal(presses.length, done.length)
  },
)
