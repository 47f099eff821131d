/** What is said of videos and of the jobs that look at them. */
export const videosSentences = {
  'This file has no place on the disk.': 'Diese Datei liegt nirgends auf der Platte.',
  'Save it to a folder, then try again.':
    'Speichere sie in einen Ordner, dann versuch es noch einmal.',
  'There is no room on the disk for a copy of this video.':
    'Auf der Platte ist kein Platz für eine Kopie dieses Videos.',
  'This video is no longer in the list.': 'Dieses Video steht nicht mehr in der Liste.',
  'This file did not arrive whole.': 'Diese Datei kam nicht ganz an.',
  'There is no such file.': 'Eine solche Datei gibt es nicht.',
  'The video is no longer where it was.': 'Das Video ist nicht mehr da, wo es war.',
  'What was found in it is gone.': 'Was darin gefunden wurde, ist weg.',
  'Reading videos needs ffmpeg, which is not here.':
    'Videos zu lesen braucht ffmpeg, und das ist nicht hier.',
  'Too many videos are waiting already.': 'Es warten schon zu viele Videos.',
  'A video could not be worked on: {}': 'Ein Video konnte nicht angesehen werden: {}',
  'Your videos cannot be opened: {}': 'Deine Videos lassen sich nicht öffnen: {}',
  'It is not a video that ffmpeg can read.': 'Es ist kein Video, das ffmpeg lesen kann.',
  'It holds no moving picture.': 'Darin ist kein bewegtes Bild.',
  'It is a still picture.': 'Es ist ein Standbild.',
  'It took longer than {} s.': 'Es dauerte länger als {} s.',
  'It took more than {} MB of memory.': 'Es brauchte mehr als {} MB Speicher.',
  'Tried twice. {}': 'Zweimal versucht. {}',
  'Run again. {}': 'Noch einmal begonnen. {}',
  'Run again, because the service ended in the middle of it.':
    'Noch einmal begonnen, weil Beckon mittendrin endete.',
  'The service ended twice in the middle of it.': 'Beckon endete zweimal mittendrin.',
  'The service made a mistake; its log says more.': 'Beckon hat einen Fehler gemacht.',
  'The worker could not be started: {}': 'Der Prozess dafür ließ sich nicht starten: {}',
  'The worker ended with {}.': 'Der Prozess dafür endete mit {}.',
  'The worker ended with {}: {}': 'Der Prozess dafür endete mit {}: {}',
  'The worker was ended by {}.': 'Der Prozess dafür wurde durch {} beendet.',
  'The worker was ended by {}: {}': 'Der Prozess dafür wurde durch {} beendet: {}',
  'No frame could be read: {}': 'Kein Bild konnte gelesen werden: {}',
  'the video is empty': 'das Video ist leer',
  'The video is damaged; what could be read of it is here. ffmpeg said: {}':
    'Das Video ist beschädigt; was davon zu lesen war, ist hier. ffmpeg sagt: {}',
  'The worker wrote no result.': 'Der Prozess dafür schrieb kein Ergebnis.',
  'ffmpeg ended early': 'ffmpeg endete vorzeitig',
  'the video could not be written: {}': 'das Video ließ sich nicht schreiben: {}',
  'The file did not arrive whole. Try again.':
    'Die Datei kam nicht ganz an. Versuch es noch einmal.',
}
