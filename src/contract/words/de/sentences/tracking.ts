/** What is said of the trackers of hands and bodies. */
export const trackingSentences = {
  'Choose the native tracker again on the page “Body”.':
    'Wähle die eigene Erkennung wieder auf der Seite „Körper“.',
  'stopped answering': 'antwortet nicht mehr',
  'ended unexpectedly': 'ist abgebrochen',
  'stopped working': 'geht nicht mehr',
  'The native tracker is not running.': 'Die eigene Erkennung läuft nicht.',
  'The native tracker could not be reached.': 'Die eigene Erkennung war nicht zu erreichen.',
  'The native tracker has its models in its own process.':
    'Die eigene Erkennung hat ihre Modelle in einem eigenen Prozess.',
  'There is no tracker named “{}”.': 'Es gibt keine Handerkennung namens „{}“.',
  'The tracker saw a hand but not where it is; such hands are left out.':
    'Die Erkennung sah eine Hand, aber nicht, wo sie ist; solche Hände werden ausgelassen.',
  '{} Beckon goes on with the slower MediaPipe tracker.':
    '{} Beckon macht mit der langsameren MediaPipe-Erkennung weiter.',
  'Choose the native tracker again in the window, or start with --tracker native.':
    'Wähle die eigene Erkennung wieder im Fenster, oder starte mit --tracker native.',
  'Hand tracking': 'Die Handerkennung',
  'Body tracking': 'Die Körpererkennung',
  '{} {}. It is being restarted.': '{} {}. Sie wird neu gestartet.',
  '{} {} three times in 5 minutes.': '{} {}, dreimal in 5 Minuten.',
  '{} could not start. Its program or its model may be damaged.':
    '{} konnte nicht starten. Ihr Programm oder ihr Modell ist vielleicht beschädigt.',
  'The {} model {} {}.': 'Das {} {} {}.',
  hand: 'Handmodell',
  body: 'Körpermodell',
  'is missing': 'fehlt',
  'is damaged': 'ist beschädigt',
  'could not be read': 'ließ sich nicht lesen',
  'Start with --tracker mediapipe or --tracker native':
    'Starte mit --tracker mediapipe oder --tracker native',
}
