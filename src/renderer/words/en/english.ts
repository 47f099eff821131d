import { anglesEnglish } from './angles.ts'
import { bodyEnglish } from './body.ts'
import { calibrationEnglish } from './calibration.ts'
import { diagnosticsEnglish } from './diagnostics.ts'
import { editorEnglish } from './editor.ts'
import { gesturesEnglish } from './gestures.ts'
import { pointingEnglish } from './pointing.ts'
import { practiceEnglish } from './practice.ts'
import { projectsEnglish } from './projects.ts'
import { settingsEnglish } from './settings.ts'
import { setupEnglish } from './setup.ts'
import { shadowEnglish } from './shadow.ts'
import { shellEnglish } from './shell.ts'
import { spellingEnglish } from './spelling.ts'
import { stateEnglish } from './state.ts'
import { videosEnglish } from './videos.ts'

/** What every page says. */
export const english = {
  angles: anglesEnglish,
  body: bodyEnglish,
  calibration: calibrationEnglish,
  diagnostics: diagnosticsEnglish,
  editor: editorEnglish,
  gestures: gesturesEnglish,
  pointing: pointingEnglish,
  practice: practiceEnglish,
  projects: projectsEnglish,
  settings: settingsEnglish,
  setup: setupEnglish,
  shadow: shadowEnglish,
  shell: shellEnglish,
  spelling: spellingEnglish,
  state: stateEnglish,
  videos: videosEnglish,
}
