/** What is said of the ways out: pointer, keys, sound, programs. */
export const outputSentences = {
  'Could not let go ({}): {}': 'Loslassen ging nicht ({}): {}',
  '{} ({}) did not work: {}': '{} ({}) ging nicht: {}',
  'Input was closed.': 'Die Eingabe wurde geschlossen.',
  'The text was not typed to its end: the keyboard layout lacks a letter, and has no spare key to type it with. Add a layout that has it.':
    'Der Text wurde nicht zu Ende getippt: Der Tastaturbelegung fehlt ein Buchstabe, und sie hat keine freie Taste dafür. Füge eine Belegung hinzu, die ihn hat.',
  'The pointer cannot be moved: the system library {} is missing.':
    'Der Zeiger lässt sich nicht bewegen: Die Systembibliothek {} fehlt.',
  'The pointer cannot be moved: there is no X display to move it on.':
    'Der Zeiger lässt sich nicht bewegen: Es gibt keine X-Anzeige dafür.',
  'The pointer cannot be moved: there is no X display.':
    'Der Zeiger lässt sich nicht bewegen: Es gibt keine X-Anzeige.',
  'Start Beckon from a desktop session, or set DISPLAY to a running X server.':
    'Starte Beckon aus einer Desktop-Sitzung, oder setze DISPLAY auf einen laufenden X-Server.',
  'This keyboard layout does not have that key, so it was not pressed.':
    'Diese Tastaturbelegung hat die Taste nicht, darum wurde sie nicht gedrückt.',
  'This keyboard layout does not have that key, so nothing was pressed: {}. Choose another key for it, or add a layout that has it.':
    'Diese Tastaturbelegung hat die Taste nicht, darum wurde nichts gedrückt: {}. Wähle eine andere Taste dafür, oder füge eine Belegung hinzu, die sie hat.',
  'Keys cannot be pressed on this display: {}. Beckon needs an X server with the extensions XKEYBOARD and XTEST.':
    'Auf dieser Anzeige lassen sich keine Tasten drücken: {}. Beckon braucht einen X-Server mit den Erweiterungen XKEYBOARD und XTEST.',
  'The connection to the display was lost.': 'Die Verbindung zur Anzeige ging verloren.',
  'Start Beckon again.': 'Starte Beckon neu.',
  'The part that moves the pointer has stopped: {}':
    'Der Teil, der den Zeiger bewegt, hat angehalten: {}',
  'The part that moves the pointer has stopped.':
    'Der Teil, der den Zeiger bewegt, hat angehalten.',
  'Allow Beckon in System Settings, Privacy & Security, Accessibility, then start it again.':
    'Erlaube Beckon in Systemeinstellungen, Datenschutz & Sicherheit, Bedienungshilfen, und starte es neu.',
  '{} could not be started: {}': '{} konnte nicht gestartet werden: {}',
  '{} ended at once with code {}.': '{} endete sofort mit Code {}.',
  '{} is not installed': '{} ist nicht installiert',
  'The volume cannot be changed: no mixer was found.':
    'Die Lautstärke lässt sich nicht ändern: Kein Mischpult wurde gefunden.',
  'Plug in or switch on a sound device; on Linux install alsa-utils, or pulseaudio-utils for pactl. The next volume gesture looks again.':
    'Schließe ein Tongerät an oder schalte es ein; auf Linux installiere alsa-utils, oder pulseaudio-utils für pactl. Die nächste Geste für die Lautstärke sucht noch einmal.',
  'No mixer was found ({}).': 'Kein Mischpult wurde gefunden ({}).',
  '{} does not answer': '{} antwortet nicht',
  '{} did not change the volume': '{} hat die Lautstärke nicht geändert',
  'The size of the screen is not known; {} × {} is assumed.':
    'Die Größe des Bildschirms ist nicht bekannt; {} × {} wird angenommen.',
  'Switch a monitor on; on Linux install x11-xserver-utils.':
    'Schalte einen Bildschirm ein; auf Linux installiere x11-xserver-utils.',
  'This is a Wayland session: only windows that run through XWayland can be controlled.':
    'Das ist eine Wayland-Sitzung: Nur Fenster, die über XWayland laufen, lassen sich steuern.',
  'Choose the Xorg (X11) session on the log-in screen.':
    'Wähle auf dem Anmeldeschirm die Xorg-Sitzung (X11).',
  'Too many {}: {} left out (at most {} in {} ms).':
    'Zu viele {}: {} ausgelassen (höchstens {} in {} ms).',
  '{} ({})': '{} ({})',
  'The pointer cannot be moved just now.': 'Der Zeiger lässt sich gerade nicht bewegen.',
  '{} button: {}': 'Maustaste {}: {}',
  '{} key: {}': 'Taste {}: {}',
}
