/** What is said of project files and of changes to them. */
export const projectsSentences = {
  'This project is no longer there.': 'Dieses Projekt gibt es nicht mehr.',
  'There is no project "{}".': 'Es gibt kein Projekt „{}“.',
  'There is a project called “{}” already.': 'Ein Projekt namens „{}“ gibt es schon.',
  'A project needs a name.': 'Ein Projekt braucht einen Namen.',
  'A name may have {} characters; this one has {}.':
    'Ein Name darf {} Zeichen haben; dieser hat {}.',
  'Choose a shorter one.': 'Wähle einen kürzeren.',
  'This name cannot be used.': 'Dieser Name lässt sich nicht verwenden.',
  'This is the last project; there has to be one.':
    'Das ist das letzte Projekt; eines muss es geben.',
  'This project is your own; it was never shipped.':
    'Dieses Projekt ist deines; es wurde nie ausgeliefert.',
  '“{}” came from outside: {} of its parts are off until you allow them.':
    '„{}“ kam von außen: {} seiner Teile sind aus, bis du sie erlaubst.',
  '{} projects came from outside: parts of them are off until you allow them.':
    '{} Projekte kamen von außen: Teile davon sind aus, bis du sie erlaubst.',
  'Look at them on the page Projects.': 'Sieh sie dir auf der Seite Projekte an.',
  'This project has changed meanwhile. Look at what it does now.':
    'Dieses Projekt hat sich inzwischen geändert. Sieh dir an, was es jetzt tut.',
  'Which projects you allowed cannot be read, so none is: {}':
    'Welche Projekte du erlaubt hast, ist nicht lesbar, also keines: {}',
  'Which projects you allowed was not readable, so none is; the old file is {}.':
    'Welche Projekte du erlaubt hast, war nicht lesbar, also keines; die alte Datei ist {}.',
  'Your answer': 'Deine Antwort',
  'starts or opens {}': 'startet oder öffnet {}',
  'starts {} with {}': 'startet {} mit {}',
  'types “{}” and presses Enter': 'tippt „{}“ und drückt Enter',
  'types “{}”': 'tippt „{}“',
  'holds {}': 'hält {}',
  'presses {}': 'drückt {}',
  'presses {} or {} again and again while the hand moves':
    'drückt {} oder {} immer wieder, während sich die Hand bewegt',
  'comes into force by itself in front of programs whose name has “{}”':
    'tritt von selbst in Kraft vor Programmen, deren Name „{}“ enthält',
  'comes into force by itself in front of windows whose title has “{}”':
    'tritt von selbst in Kraft vor Fenstern, deren Titel „{}“ enthält',
  'comes into force by itself in front of “{}” where the title of the window has “{}”':
    'tritt von selbst in Kraft vor „{}“, wenn der Titel des Fensters „{}“ enthält',
  'This can no longer be undone.': 'Das lässt sich nicht mehr rückgängig machen.',
  '{} is too large to be a project.': '{} ist zu groß für ein Projekt.',
  'It has to be a JSON file that Beckon exported, or one of the same form.':
    'Es muss eine JSON-Datei sein, die Beckon exportiert hat, oder eine von gleicher Form.',
  'cannot be read: {}': 'ist nicht lesbar: {}',
  'this file is of version {}; this Beckon reads up to version {}, a newer one reads it':
    'diese Datei hat Version {}; dieses Beckon liest bis Version {}, ein neueres liest sie',
  'there never was a version {} of project files': 'eine Version {} von Projektdateien gab es nie',
  'there is no key called {}': 'es gibt keine Taste namens {}',
  '"repeatMs" must be at least {} for a trigger that repeats':
    '"repeatMs" muss mindestens {} sein, wenn sich etwas wiederholt',
  'line {}: "id" must be "{}", as the file is called':
    'Zeile {}: "id" muss "{}" sein, wie die Datei heißt',
  'line {}: "{}" is not known here': 'Zeile {}: "{}" ist hier nicht bekannt',
  'line {}: {}': 'Zeile {}: {}',
  'the file is empty': 'die Datei ist leer',
  '{}, line {}: {}; it is kept and does nothing.':
    '{}, Zeile {}: {}; es wird aufgehoben und tut nichts.',
  'Mend {}; until then its last good version is in force, if there was one.':
    'Berichtige {}; bis dahin gilt die letzte gute Fassung, wenn es eine gab.',
  '“{}” could not be saved': '„{}“ konnte nicht gespeichert werden',
  '“{}” could not be removed': '„{}“ konnte nicht entfernt werden',
  '“{}” could not be brought back': '„{}“ konnte nicht zurückgeholt werden',
  '"{}": {}': '"{}": {}',
  '{}, {}': '{}, {}',
  '"from" and "to" must differ': '"from" und "to" müssen verschieden sein',
  'a rule names a "program", a "title" or both': 'eine Regel nennt "program", "title" oder beides',
}
