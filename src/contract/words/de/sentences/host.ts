/** What the host says: what does not work, and how to mend it. */
export const hostSentences = {
  'Nobody reads the events any more; Beckon goes on without them.':
    'Niemand liest die Ereignisse mehr; Beckon läuft ohne sie weiter.',
  'The events cannot be written to {} any more: {}.':
    'Die Ereignisse lassen sich nicht mehr in {} schreiben: {}.',
  'Make room there, or name another file, and start Beckon again.':
    'Schaffe dort Platz oder nenne eine andere Datei, und starte Beckon neu.',
  'Something in Beckon failed: {}': 'Etwas in Beckon ist fehlgeschlagen: {}',
  'Hands go on. Should it happen again, start Beckon again.':
    'Die Hände steuern weiter. Geschieht es wieder, starte Beckon neu.',
  'The display is gone: the pointer cannot be moved and no key pressed. Beckon pauses.':
    'Der Bildschirm ist weg: Der Zeiger lässt sich nicht bewegen und keine Taste drücken. Beckon pausiert.',
  'Start Beckon again from a desktop session.': 'Starte Beckon neu, aus einer Desktop-Sitzung.',
  'The window stopped working and was opened again. Nothing was held meanwhile.':
    'Das Fenster arbeitete nicht mehr und wurde neu geöffnet. Währenddessen wurde nichts gehalten.',
  'A program of another user of this computer (number {}) wanted in and was turned away.':
    'Ein Programm eines anderen Benutzers dieses Rechners (Nummer {}) wollte herein und wurde abgewiesen.',
  'If you do not know of it, ask whoever looks after this computer.':
    'Wenn du davon nichts weißt, frag die Person, die diesen Rechner betreut.',
  'Another program tried to get in with the key of this window. Everybody was put out, and the window is opened with a new one.':
    'Ein anderes Programm wollte mit dem Schlüssel dieses Fensters herein. Alle wurden hinausgeworfen, und das Fenster wird mit einem neuen geöffnet.',
  'Look for programs that you did not start yourself. Nothing is held meanwhile.':
    'Suche nach Programmen, die du nicht selbst gestartet hast. Währenddessen wird nichts gehalten.',
  'Beckon no longer hears the keyboard: gestures do not wait while you type.':
    'Beckon hört die Tastatur nicht mehr: Gesten warten nicht, während du tippst.',
  'Beckon cannot tell when you type: gestures do not wait for the keyboard.':
    'Beckon merkt nicht, wann du tippst: Gesten warten nicht auf die Tastatur.',
  'Allow Beckon under System Settings, Privacy & Security, Input Monitoring.':
    'Erlaube Beckon unter Systemeinstellungen, Datenschutz & Sicherheit, Eingabeüberwachung.',
  'It needs an X11 session whose server has the RECORD extension.':
    'Es braucht eine X11-Sitzung, deren Server die Erweiterung RECORD hat.',
  'Port {} is taken by another program.': 'Port {} gehört einem anderen Programm.',
  'The service cannot start: {}': 'Der Dienst kann nicht starten: {}',
  'The service for other programs': 'Der Dienst für andere Programme',
  'Sign letters are off. {}': 'Gebärdete Buchstaben sind aus. {}',
  'Sign letters are off: {}.': 'Gebärdete Buchstaben sind aus: {}.',
  'The letter model is another one: {}.': 'Das Buchstabenmodell ist ein anderes: {}.',
  'The letter model {} cannot be opened: {}.':
    'Das Buchstabenmodell {} lässt sich nicht öffnen: {}.',
  'Install Beckon again, or make the model anew: npm run train:letters':
    'Installiere Beckon neu, oder mach das Modell neu: npm run train:letters',
  'Your calibration': 'Die Anpassung an deine Hand',
  'What shadow mode counted': 'Was der Schattenbetrieb gezählt hat',
  'The list of pointing tests': 'Die Liste der Zeigetests',
  'Your choice': 'Deine Wahl',
  'Your settings cannot be read: {}': 'Deine Einstellungen lassen sich nicht lesen: {}',
  'Your settings were not readable and start afresh; the old file is {}.':
    'Deine Einstellungen waren nicht lesbar und beginnen neu; die alte Datei ist {}.',
  '{} cannot be read ({}): {}': '{} ist nicht lesbar ({}): {}',
  '{} was not readable and starts afresh; the old file is {}.':
    '{} war nicht lesbar und beginnt neu; die alte Datei ist {}.',
  'the disk is full': 'die Platte ist voll',
  'your share of the disk is full': 'dein Anteil an der Platte ist voll',
  'the folder can only be read': 'der Ordner lässt sich nur lesen',
  'writing there is not allowed': 'dort zu schreiben ist nicht erlaubt',
  'Make room on it, then try again.': 'Schaffe Platz darauf, dann versuch es noch einmal.',
  'Make room, then try again.': 'Schaffe Platz, dann versuch es noch einmal.',
  'Allow writing to it, then try again.': 'Erlaube das Schreiben, dann versuch es noch einmal.',
  'Allow writing to the folder, then try again.':
    'Erlaube das Schreiben in den Ordner, dann versuch es noch einmal.',
  'Look at {}, then try again.': 'Sieh dir {} an, dann versuch es noch einmal.',
  'The recording could not be begun: {}': 'Die Aufzeichnung konnte nicht beginnen: {}',
  'A recording is running already.': 'Es läuft schon eine Aufzeichnung.',
  'No recording is running.': 'Es läuft keine Aufzeichnung.',
  'This recording is no longer there.': 'Diese Aufzeichnung gibt es nicht mehr.',
  'The recording ended early, it could not be written: {}':
    'Die Aufzeichnung endete vorzeitig, sie ließ sich nicht schreiben: {}',
  'This recording is empty.': 'Diese Aufzeichnung ist leer.',
  'This is no recording.': 'Das ist keine Aufzeichnung.',
  'This recording is of version {}; a newer Beckon reads it.':
    'Diese Aufzeichnung ist von Version {}; ein neueres Beckon liest sie.',
  'Nothing is recorded: this project reads what is signed, and a recording would hold it.':
    'Nichts wird aufgezeichnet: Dieses Projekt liest, was gebärdet wird, und eine Aufzeichnung enthielte es.',
  'Say that letters are to be recorded, or take another project.':
    'Sag, dass Buchstaben aufgezeichnet werden sollen, oder nimm ein anderes Projekt.',
  'The recording has ended: this project reads what is signed, and letters were not to be recorded.':
    'Die Aufzeichnung ist beendet: Dieses Projekt liest, was gebärdet wird, und Buchstaben sollten nicht aufgezeichnet werden.',
  'Line {} cannot be read: {}: {}': 'Zeile {} ist nicht zu lesen: {}: {}',
  'Line {} is none of a recording.': 'Zeile {} gehört zu keiner Aufzeichnung.',
  'There is no such gesture.': 'Eine solche Geste gibt es nicht.',
  'There is nothing to change for this gesture.': 'Für diese Geste ist nichts zu ändern.',
  'The tracker process spoke nonsense.': 'Der Prozess der Handerkennung sprach Unsinn.',
  'The tracker process did not start in time.':
    'Der Prozess der Handerkennung ist nicht rechtzeitig gestartet.',
  'The tracker process did not start: {}': 'Der Prozess der Handerkennung ist nicht gestartet: {}',
  'The tracker process ended while it was starting.':
    'Der Prozess der Handerkennung endete beim Starten.',
  'The command line cannot reach this Beckon: {}':
    'Die Befehlszeile kann dieses Beckon nicht erreichen: {}',
  'There was no switch to take back.': 'Es gab keinen Wechsel, der zurückzunehmen wäre.',
  '{} is in front': '{} ist im Vordergrund',
  'The X server no longer tells which program is in front: {}.':
    'Der X-Server sagt nicht mehr, welches Programm im Vordergrund ist: {}.',
  'Beckon cannot tell yet which program is in front on {}.':
    'Beckon weiß auf {} noch nicht, welches Programm im Vordergrund ist.',
  'Wayland does not tell programs which one is in front; an Xorg session does.':
    'Wayland sagt Programmen nicht, welches im Vordergrund ist; eine Xorg-Sitzung tut es.',
  'There is no display.': 'Es gibt keinen Bildschirm.',
  'xprop is missing, which tells what is in front: sudo apt-get install x11-utils':
    'xprop fehlt, das sagt, was im Vordergrund ist: sudo apt-get install x11-utils',
  '{} cannot mean "{}" as well.': '{} kann nicht auch „{}“ bedeuten.',
  'Choose other keys.': 'Nimm andere Tasten.',
  '{} are no keys for "{}".': '{} sind keine Tasten für „{}“.',
  'Write them like Control+Alt+B.': 'Schreib sie wie Control+Alt+B.',
  'The hotkey {} for "{}" is taken by another program.':
    'Das Tastenkürzel {} für „{}“ gehört einem anderen Programm.',
  'Use the tray or the window, choose other keys, or free them in the other program.':
    'Nimm das Symbol oder das Fenster, wähle andere Tasten, oder gib sie im anderen Programm frei.',
  '{} does not work here: {}': '{} geht hier nicht: {}',
  'Starting at login': 'Der Start beim Anmelden',
  'The tray icon': 'Das Symbol in der Leiste',
  'The display beside the pointer': 'Die Anzeige beim Zeiger',
  'The connection was closed: it sent {}.': 'Die Verbindung wurde geschlossen: Sie schickte {}.',
  'More than {} messages wait; some were lost.':
    'Mehr als {} Nachrichten warten; einige gingen verloren.',
  '"{}" was not answered within {} s.': '„{}“ wurde nicht in {} s beantwortet.',
  '"{}" was answered with something else.': '„{}“ wurde mit etwas anderem beantwortet.',
  '"{}" failed: {}': '„{}“ ist misslungen: {}',
  'Nobody answers "{}" yet.': 'Noch antwortet niemand auf „{}“.',
  'a message of no known form': 'eine Nachricht unbekannter Form',
  'a message before the greeting': 'eine Nachricht vor der Begrüßung',
  'a second greeting': 'eine zweite Begrüßung',
  'message {} out of order': 'Nachricht {} außer der Reihe',
  'a message of the wrong shape': 'eine Nachricht falscher Form',
  'a message of the wrong shape on {}': 'eine Nachricht falscher Form auf {}',
  '{}: {} ({}).': '{}: {} ({}).',
  '{} holds until Beckon ends, but could not be remembered':
    '{} gilt, bis Beckon endet, konnte aber nicht gemerkt werden',
  'this system': 'diesem System',
  'it has no "{}" and "{}"': 'es hat kein "{}" und "{}"',
  'it takes {}, not {}': 'es nimmt {}, nicht {}',
  pause: 'Pause',
  'next project': 'nächstes Projekt',
  'previous project': 'voriges Projekt',
  'The page “{}” broke: {}': 'Die Seite „{}“ ist abgebrochen: {}',
}
