export const settingsEnglish = {
  title: 'Settings',
  look: {
    title: 'Look',
    language: 'Language',
    systemLanguage: 'As the system',
    theme: 'Theme',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
    motion: 'Motion',
    motions: { system: 'As the system', full: 'Full', reduced: 'Reduced' },
  },
  feedback: {
    title: 'Feedback',
    hud: 'Show what the hand does near the pointer',
    hudNote: 'A ring that fills, the gesture, and why nothing happens.',
  },
  camera: {
    title: 'Camera and tracker',
    camera: 'Camera',
    tracker: 'Tracker',
    trackerNote: 'How hands are found in the picture. “Measure again” times both on this computer.',
    mirrored: 'The picture is already mirrored',
    mirroredNote: 'Tick this if left and right are the wrong way round.',
  },
  hands: { title: 'Your hands' },
  monitors: {
    title: 'Monitors',
    note: 'The pointer reaches all of them, as they stand to each other.',
    none: 'Which monitors there are is not known here.',
    one: (index: number, widthPx: number, heightPx: number) =>
      `Monitor ${index}: ${widthPx} × ${heightPx}`,
    picture: 'How the monitors stand to each other',
  },
  switching: {
    title: 'Projects',
    follow: 'Switch by the program in front',
    followNote:
      'A project whose rules fit the program comes into force by itself. You can wave it away.',
  },
  hotkeys: {
    title: 'Hotkeys',
    names: {
      pause: 'Pause and resume',
      nextProject: 'Next project',
      previousProject: 'Previous project',
    },
    none: 'None',
    press: 'Press the keys …',
    change: 'Change',
    clear: 'Clear',
    conflict: (other: string) => `The same keys are set for “${other}”.`,
    needsModifier: 'Use Control, Alt or Super together with another key.',
    onlyApp:
      'They reach over the whole system in the desktop app only. Here the space bar pauses while this window is in front.',
  },
  startup: {
    title: 'Start',
    login: 'Start when I log in',
    loginNote: 'Hidden and paused: the camera stays closed until you say so.',
    onlyApp: 'In the desktop app only: without a tray there would be no way to it.',
    setup: 'Go through the setup again',
  },
  service: {
    title: 'Other programs',
    run: 'Read letters, poses and videos for other programs',
    runNote:
      'Over a WebSocket, and for programs on this computer only. The README says how they ask.',
    off: 'Off.',
    starting: 'Starting …',
    running: (address: string) => `Running at ${address}`,
    token: 'Programs show the token in this file, which only you can read:',
    copy: 'Copy the name of the file',
    copied: 'Copied',
    failed: (reason: string) => `It does not run. ${reason}`,
  },
  privacy: {
    title: 'Privacy',
    points: [
      'Nothing leaves this computer. Beckon makes no request to any other.',
      'Pictures are looked at and forgotten. They are never stored.',
      'Paused means that the camera is closed.',
      'A recording holds the joints of your hand and what was done, never a picture, and only when you start one.',
    ],
  },
} as const
