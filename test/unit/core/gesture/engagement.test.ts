import { describe, expect, it } from 'vitest'
import { shippedProject, Stage } from '../../../support/hand/stage.ts'

/** Wherever the mode changed, with the time since the last `forget`. */
function modesOf(stage: Stage): string[] {
  const modes = stage.outputs.map(({ mode }) => mode)
  return modes.filter((mode, index) => mode !== modes[index - 1])
}

describe('engaging', () => {
  it('takes an open palm held towards the camera', () => {
    const stage = new Stage().show('open-palm').wait(900)
    expect(stage.mode).toBe('watching')
    expect(stage.wait(300).mode).toBe('engaged')
  })

  it('fills a ring on the way', () => {
    const stage = new Stage().show('open-palm').wait(1200)
    const ratios = stage.outputs
      .filter(({ progress }) => progress.kind === 'engage')
      .map(({ progress }) => progress.ratio)
    expect(ratios).toEqual([...ratios].sort((a, b) => a - b))
    expect([ratios[0], ratios.at(-1)]).toEqual([0, expect.closeTo(0.95, 1)])
  })

  it.each([
    ['the back of the hand', { yawDeg: 180 }],
    ['fingers down', { rollDeg: 180 }],
    ['fingers sideways', { rollDeg: 80 }],
    ['a palm edge on', { yawDeg: 80 }],
  ])('does not take %s', (_, options) => {
    expect(new Stage().show('open-palm', options).wait(3000).mode).toBe('watching')
  })

  it.each(['relaxed', 'four', 'fist', 'point', 'victory'] as const)('does not take %s', (shape) => {
    expect(new Stage().show(shape).wait(3000).mode).toBe('watching')
  })

  it('does not take a palm that waves', () => {
    const stage = new Stage().show('open-palm').wait(400)
    for (let wave = 0; wave < 6; wave += 1) stage.moveTo([wave % 2 ? 0.65 : 0.8, 0.55], 300)
    expect(stage.mode).toBe('watching')
  })

  it('forgives a tracker that blinks', () => {
    const stage = new Stage().show('open-palm').wait(600).hold('relaxed', 60).hold('open-palm', 540)
    expect(stage.mode).toBe('engaged')
  })
})

describe('disengaging', () => {
  it('is not done by the palm that engaged, however long it stays up', () => {
    expect(new Stage().show('open-palm').wait(8000).mode).toBe('engaged')
  })

  it('takes a palm that is raised again and held', () => {
    const stage = new Stage().engage().hold('open-palm', 900)
    expect(stage.mode).toBe('engaged')
    expect(stage.wait(300).mode).toBe('watching')
  })

  it('does not go back and forth while the palm stays up', () => {
    const stage = new Stage().engage().forget().hold('open-palm', 9000)
    expect(modesOf(stage)).toEqual(['engaged', 'watching'])
  })

  it('happens by itself when no hand is seen for ten seconds', () => {
    const stage = new Stage().engage().vanish().wait(9800)
    expect(stage.mode).toBe('engaged')
    expect(stage.wait(400).mode).toBe('watching')
  })

  it('cancels what is active', () => {
    const stage = new Stage().engage().hold('open-palm', 1000).forget().wait(200)
    expect(stage.gestures('pose')).toEqual([
      'pose.open-palm cancelled disengaged',
      'pose.open-palm began',
    ])
  })
})

describe('a pinned engagement', () => {
  const pinned = (): Stage => new Stage({ isEngagedPinned: true })
  it('needs no gesture and ends by none', () => {
    const stage = pinned().show('relaxed').wait(500)
    expect(stage.mode).toBe('engaged')
    expect(stage.hold('open-palm', 3000).vanish().wait(12_000).mode).toBe('engaged')
  })
  it('still pauses, and is engaged again afterwards', () => {
    expect(pinned().setMode('paused').mode).toBe('paused')
    expect(pinned().setMode('paused').setMode('watching').mode).toBe('engaged')
  })
})

describe('while nothing acts', () => {
  it('gestures are still told in watching, but do nothing', () => {
    const stage = new Stage().show('relaxed').wait(500).pinch('index').hold('fist', 400)
    expect(stage.gestures('pinch')).toEqual(['pinch.index began', 'pinch.index ended'])
    expect(stage.gestures('pose.fist')).toEqual(['pose.fist began'])
    expect([stage.effects(), stage.last.pointer]).toEqual([[], undefined])
  })
  it('nothing is told while paused', () => {
    const stage = new Stage({ mode: 'paused' }).show('open-palm').wait(3000)
    expect([stage.mode, stage.gestures(), stage.effects()]).toEqual(['paused', [], []])
  })
  it('a gesture from before engaging does not act afterwards', () => {
    const stage = new Stage({ project: shippedProject('desktop') })
    stage.show('thumbs-up', { rollDeg: 80 }).wait(800).setMode('engaged').wait(3000)
    expect(stage.acts()).toEqual([])
  })
  it('says why in a sentence', () => {
    const stage = new Stage().wait(100)
    const hints = [stage.last.hint]
    hints.push(stage.show('relaxed', { palm: 0.5 }).wait(100).last.hint)
    hints.push(stage.show('relaxed', { palm: 0.03 }).wait(100).last.hint)
    hints.push(stage.show('relaxed', { palm: 0.15 }).engage().last.hint)
    hints.push(stage.vanish().wait(600).last.hint)
    expect(hints).toEqual([
      'Hold up an open palm to take control.',
      'Your hand is too close to the camera.',
      'Your hand is too far from the camera.',
      undefined,
      'Show a hand to the camera.',
    ])
  })
})
