import { LETTERS } from '../../../../src/core/classifier/letters/letters.ts'
import type { ShadowView } from '../../../../src/contract/channels/shadow-channels.ts'
import { say } from '../../../../src/contract/words/say.ts'
import { fineState } from '../page-stage.ts'
import { SETUP_STEPS } from '../../../../src/renderer/pages/setup/setup-steps.ts'
import { cameraTroubleSentence } from '../../../../src/renderer/capture/camera/camera-words.ts'
import { press, untilSaid, usual, type Scene } from './scene.ts'

const PROPOSALS: readonly ShadowView['gestures'][number]['proposal'][] = [
  { kind: 'too-early' },
  { kind: 'keep' },
  { kind: 'min-score', minScore: 0.74 },
  { kind: 'dwell', dwellMs: 800 },
  { kind: 'switch-off' },
]
const shadow: ShadowView = {
  ...{ isOn: true, budgetPerHour: 2, watchedMs: 95 * 60_000, project: 'desktop' },
  gestures: PROPOSALS.map((proposal, index) => ({
    ...{ gesture: `finger-count.${index}`, count: 12, perHour: 7.6 },
    ...{ peakScores: [0.6], heldMs: [90], proposal },
    accepted: [{ dwellMs: 1200 }, { isOff: true }, { minScore: 0.8, dwellMs: 400 }][index],
  })),
}

export const tuningScenes: readonly Scene[] = [
  {
    name: 'shadow mode',
    page: 'shadow',
    async play({ end }, see) {
      await see('before anything is known')
      end.tell('shadow', { ...shadow, isOn: false, gestures: [] })
      await see('off')
      end.tell('shadow', shadow)
      await see('what was counted')
    },
  },
  {
    name: 'the pointing test',
    page: 'pointing',
    async play(_opened, see) {
      await untilSaid('Compared by settings')
      await see('results')
      await press('Start the test')
      await see('the test')
    },
  },
  {
    name: 'practice',
    page: 'practice',
    async play({ end }, see) {
      await untilSaid('Start practising')
      await see('before it begins')
      await press('Start practising')
      await untilSaid('Stop')
      end.tell('practice', { probabilities: [] })
      await see('no hand')
      const probabilities = [...LETTERS, 'none'].map(() => 1 / 27)
      for (const [index, letter] of ['A', 'B', 'C'].entries()) {
        end.tell('practice', { probabilities, signed: { letter, count: index + 1 } })
      }
      await see('letters')
      document.querySelectorAll<HTMLInputElement>('main input[type=radio]')[1]?.click()
      await see('a word')
      const problem = {
        stage: 'classifier',
        severity: 'medium',
        message: say('Sign letters are off. {}', say('The model {} is missing.', 'letters.onnx')),
      } as const
      end.tell('state', { ...fineState, problems: [problem] })
      await see('letters that cannot be read')
    },
  },
  ...SETUP_STEPS.map((setupStep): Scene => ({
    name: `setup, ${setupStep}`,
    page: 'setup',
    async play({ end }, see) {
      end.tell('settings', usual({ setupStep }))
      end.tell('state', { ...fineState, mode: 'watching', handCount: 0 })
      await see('waiting')
      const message = cameraTroubleSentence('denied', '')
      end.tell('state', {
        ...fineState,
        camera: { kind: 'denied', label: '', message },
        problems: [
          {
            ...{ stage: 'output', severity: 'high' },
            message: say('The pointer cannot be moved: there is no X display.'),
          },
        ],
      })
      await see('what is not allowed')
      end.tell('cameraCommand', {
        ...{ open: true, isSourceMirrored: false, isStandIn: true },
        source: { kind: 'demo', script: 'tour', loop: true },
      })
      end.tell('state', fineState)
      await see('a hand that nobody has')
    },
  })),
]
