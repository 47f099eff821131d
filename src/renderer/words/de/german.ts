import type { Said } from '../../../contract/language.ts'
import type { english } from '../en/english.ts'
import { anglesGerman } from './angles.ts'
import { bodyGerman } from './body.ts'
import { calibrationGerman } from './calibration.ts'
import { diagnosticsGerman } from './diagnostics.ts'
import { editorGerman } from './editor.ts'
import { gesturesGerman } from './gestures.ts'
import { pointingGerman } from './pointing.ts'
import { practiceGerman } from './practice.ts'
import { projectsGerman } from './projects.ts'
import { settingsGerman } from './settings.ts'
import { setupGerman } from './setup.ts'
import { shadowGerman } from './shadow.ts'
import { shellGerman } from './shell.ts'
import { spellingGerman } from './spelling.ts'
import { stateGerman } from './state.ts'
import { videosGerman } from './videos.ts'

export const german: Said<typeof english> = {
  angles: anglesGerman,
  body: bodyGerman,
  calibration: calibrationGerman,
  diagnostics: diagnosticsGerman,
  editor: editorGerman,
  gestures: gesturesGerman,
  pointing: pointingGerman,
  practice: practiceGerman,
  projects: projectsGerman,
  settings: settingsGerman,
  setup: setupGerman,
  shadow: shadowGerman,
  shell: shellGerman,
  spelling: spellingGerman,
  state: stateGerman,
  videos: videosGerman,
}
