import { anglesGerman } from './angles.ts'
import { bodyGerman } from './body.ts'
import { calibrationGerman } from './calibration.ts'
import { comfortGerman } from './comfort.ts'
import { diagnosticsGerman } from './diagnostics.ts'
import { editorGerman } from './editor.ts'
import { gesturesGerman } from './gestures.ts'
import { intakeGerman } from './intake.ts'
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

/** All that the window says, in German: its pages by name, and the words of each part. */
export const germanWindow = {
  pages: {
    live: 'Live',
    projects: 'Projekte',
    gestures: 'Gesten',
    practice: 'Üben',
    body: 'Körper',
    videos: 'Videos',
    setup: 'Einrichten',
    pointing: 'Zeigetest',
    shadow: 'Schattenbetrieb',
    diagnostics: 'Diagnose',
    settings: 'Einstellungen',
  },
  angles: anglesGerman,
  body: bodyGerman,
  calibration: calibrationGerman,
  comfort: comfortGerman,
  diagnostics: diagnosticsGerman,
  editor: editorGerman,
  gestures: gesturesGerman,
  intake: intakeGerman,
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
} as const
