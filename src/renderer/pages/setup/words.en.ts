import type { SetupStep } from './setup-steps.ts'

export const setupEnglish = {
  title: 'Setup',
  intro: 'In control in a few minutes, step by step. Each step sees for itself that it worked.',
  stepsLabel: 'Steps',
  step: (index: number, count: number) => `Step ${index} of ${count}`,
  steps: {
    camera: {
      name: 'Camera',
      title: 'Let Beckon see',
      text: 'Pictures are looked at on this computer, one by one, and forgotten.',
      done: 'The camera works.',
    },
    hand: {
      name: 'Your hand',
      title: 'Hold up a hand',
      text: 'An arm’s length from the camera, fingers free. The lines follow your hand when it is seen.',
      done: 'Your hand is seen.',
    },
    engage: {
      name: 'Take control',
      title: 'Hold up an open palm',
      text: 'For a second, still, fingers spread. Until then your hand does nothing. The same palm, later, lets go again.',
      done: 'You are in control.',
    },
    point: {
      name: 'Point',
      title: 'Move the pointer over the three dots',
      text: 'Relax your hand and move it, as if it lay on the picture. Small movements go far.',
      done: 'You can point.',
    },
    click: {
      name: 'Click',
      title: 'Click the button by a pinch',
      text: 'Put thumb and index finger together, and apart again. The pointer stays while your fingers close.',
      done: 'You can click.',
    },
    comfort: {
      name: 'Make it yours',
      title: 'What suits you',
      text: 'Everything here can be changed later, on the Settings page and in every project.',
      done: '',
    },
    done: {
      name: 'Done',
      title: 'That is all',
      text: 'An open palm takes control and lets go. The space bar and the Pause button stop everything.',
      done: '',
    },
  } satisfies Record<SetupStep, Record<'name' | 'title' | 'text' | 'done', string>>,
  skip: 'Skip this step',
  next: 'Go on',
  back: 'Back',
  leave: 'Leave the setup',
  finish: 'Go to Live',
  projects: 'See the projects',
  again: 'From the start',
  clickHere: 'Click me',
  clicked: (count: number) => (count === 1 ? 'Once. And again.' : `${count} clicks`),
  dot: (index: number) => `Dot ${index}`,
  waiting: 'Waiting for it …',
  noCamera: 'There is no camera. Plug one in; until then a demo hand shows how it is done.',
  demo: 'Use the demo hand',
  resume: 'Open the camera',
  permission: {
    camera: {
      title: 'If the camera does not open',
      linux: [
        'Close other programs that use the camera: calls in a browser, above all.',
        'Look whether there is a /dev/video0. If not, plug the camera in anew.',
        'If it is not readable for you, add yourself to the group “video” and log in again.',
      ],
      mac: [
        'Open System Settings, Privacy and Security, Camera.',
        'Switch Beckon on there (in a browser’s window: the browser).',
        'Close Beckon and start it again.',
      ],
      windows: [
        'Open Settings, Privacy and security, Camera.',
        'Switch “Camera access” and “Let desktop apps access your camera” on.',
        'Close other programs that use the camera.',
      ],
    },
    pointer: {
      title: 'If the pointer does not move',
      linux: [
        'Log in to a session on Xorg: on Wayland no program may move the pointer.',
        'Run “npm run doctor”; it tries the pointer and says what is missing.',
      ],
      mac: [
        'Open System Settings, Privacy and Security, Accessibility.',
        'Switch Beckon on there (started in a terminal: the terminal).',
        'Close Beckon and start it again.',
      ],
      windows: [
        'A window that runs as administrator takes nothing from programs that do not: click another one.',
      ],
    },
  },
  comfort: {
    hand: 'Which hand points',
    hands: { either: 'Either', right: 'Right', left: 'Left' },
    handNote: 'With one hand alone everything can be done.',
    hold: 'I cannot hold a pinch for long',
    holdNote: 'A drag goes on until the next pinch.',
    dwell: 'Click by keeping still',
    dwellNote: 'Where the pointer rests, a ring fills, and it clicks. Pinches go on clicking, too.',
    delay: 'Drag begins after',
    delays: { 500: '0.5 s', 800: '0.8 s', 1500: '1.5 s' },
  },
} as const
