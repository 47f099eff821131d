/** What the doctor's checks say. */
export const checksSentences = {
  Camera: 'Kamera',
  Pointer: 'Zeiger',
  Models: 'Modelle',
  Display: 'Bildschirm',
  Audio: 'Ton',
  'asked for by the window; allow it in the system settings':
    'wird vom Fenster angefragt; erlaube sie in den Systemeinstellungen',
  'There is none; Beckon shows its demo hand.': 'Es gibt keine; Beckon zeigt seine Vorführhand.',
  'Plug one in, or use --camera with a video file.':
    'Schließe eine an, oder nimm --camera mit einer Videodatei.',
  '"{}" may not be opened by this user.': '„{}“ darf von diesem Benutzer nicht geöffnet werden.',
  'sudo usermod -aG video "$USER", then log in again.':
    'sudo usermod -aG video "$USER", dann neu anmelden.',
  'On macOS allow Accessibility for the terminal in the system settings; on Linux use an X11 session.':
    'Auf macOS dem Terminal in den Systemeinstellungen die Bedienungshilfen erlauben; auf Linux eine X11-Sitzung nehmen.',
  'It was sent to {} and stands at {}.': 'Er wurde nach {} geschickt und steht bei {}.',
  'It did not go back to {}.': 'Er ging nicht zurück nach {}.',
  'moved by a pixel from {} and back': 'um ein Pixel bewegt von {} und zurück',
  'It cannot be moved: {}': 'Er lässt sich nicht bewegen: {}',
  'It cannot be moved here.': 'Er lässt sich hier nicht bewegen.',
  'It cannot be read: {}': 'Er lässt sich nicht lesen: {}',
  'at {}': 'bei {}',
  "{} is too old for Beckon's own code.": '{} ist zu alt für Beckons eigenen Code.',
  'npm run doctor brings Node 24 along.': 'npm run doctor bringt Node 24 mit.',
  '{} files, checksums right': '{} Dateien, Prüfsummen richtig',
  'the desktop': 'der Desktop',
  'none here; a virtual one ({}) stands in': 'hier keiner; ein virtueller ({}) springt ein',
  'There is Wayland, but no X display.': 'Es gibt Wayland, aber keine X-Anzeige.',
  'There is no X display.': 'Es gibt keine X-Anzeige.',
  'Start from a desktop session, or sudo apt-get install xvfb for a virtual display.':
    'Starte aus einer Desktop-Sitzung, oder sudo apt-get install xvfb für einen virtuellen Bildschirm.',
  'No mixer was found; volume gestures do nothing.':
    'Kein Mischpult wurde gefunden; Gesten für die Lautstärke tun nichts.',
  'Switch on a sound device; on Linux install alsa-utils, or pulseaudio-utils for pactl.':
    'Schalte ein Tongerät ein; auf Linux installiere alsa-utils, oder pulseaudio-utils für pactl.',
  'through {}': 'über {}',
  'nothing: a dry run': 'nichts: ein Probelauf',
  '{}, in use': '{}, in Gebrauch',
  'With network: npx install-electron. Without: nothing to do.':
    'Mit Netz: npx install-electron. Ohne: nichts zu tun.',
  'Its program is not here; Beckon uses a Chromium window.':
    'Sein Programm ist nicht hier; Beckon nimmt ein Chromium-Fenster.',
  there: 'vorhanden',
  'It is not here; only mp4 and webm videos can be a camera.':
    'Es ist nicht hier; nur Videos in mp4 und webm können Kamera sein.',
  'Install ffmpeg (on Debian or Ubuntu: sudo apt-get install ffmpeg).':
    'Installiere ffmpeg (auf Debian oder Ubuntu: sudo apt-get install ffmpeg).',
  'There is no model named {}.': 'Es gibt kein Modell namens {}.',
  'The list of models, {}, is missing or damaged.':
    'Die Liste der Modelle, {}, fehlt oder ist beschädigt.',
  'The model {} is truncated: {} of {} bytes.': 'Das Modell {} ist gekürzt: {} von {} Bytes.',
  'The model {} is not the file that was built: its checksum differs.':
    'Das Modell {} ist nicht die Datei, die gebaut wurde: Die Prüfsumme stimmt nicht.',
  'The model {} is missing.': 'Das Modell {} fehlt.',
  'The model {} cannot be read ({}).': 'Das Modell {} lässt sich nicht lesen ({}).',
  'Install Beckon again.': 'Installiere Beckon neu.',
  'No Chrome, Chromium or Edge was found on this computer.':
    'Auf diesem Computer wurde kein Chrome, Chromium oder Edge gefunden.',
  'BECKON_CHROMIUM names "{}", which is no program.':
    'BECKON_CHROMIUM nennt „{}“, und das ist kein Programm.',
  'Name an installed browser, or unset it.':
    'Nenne einen installierten Browser, oder nimm die Variable weg.',
  'sudo apt-get install chromium (or your distribution’s package), or set BECKON_CHROMIUM':
    'sudo apt-get install chromium (oder das Paket deiner Distribution), oder setze BECKON_CHROMIUM',
  'Install Google Chrome or Microsoft Edge, or set BECKON_CHROMIUM.':
    'Installiere Google Chrome oder Microsoft Edge, oder setze BECKON_CHROMIUM.',
}
