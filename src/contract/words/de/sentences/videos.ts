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
  'Its pictures are larger than {} megapixels.': 'Seine Bilder sind größer als {} Megapixel.',
  'ffmpeg can make nothing of it in {} s.': 'ffmpeg kann in {} s nichts damit anfangen.',
  'It took longer than {} s.': 'Es dauerte länger als {} s.',
  'It took more than {} MB of memory.': 'Es brauchte mehr als {} MB Speicher.',
  'Its options are of another version of Beckon.':
    'Seine Einstellungen stammen von einer anderen Fassung von Beckon.',
  'Its entry in the list cannot be read.': 'Sein Eintrag in der Liste lässt sich nicht lesen.',
  'Add the video again.': 'Nimm das Video noch einmal auf.',
  '{} was damaged. It is kept as {}. Jobs that could be read: {}.':
    '{} war beschädigt. Die Datei heißt jetzt {}. Aufträge, die sich lesen ließen: {}.',
  '{} is of a newer version of Beckon, and is left as it is. Use that version, or move the file away.':
    '{} stammt von einer neueren Fassung von Beckon und bleibt, wie es ist. Nimm jene Fassung, oder leg die Datei woandershin.',
  '{} cannot be opened: another process of Beckon has it open.':
    '{} lässt sich nicht öffnen: Ein anderer Prozess von Beckon hat es offen.',
  '{} cannot be opened: {}': '{} lässt sich nicht öffnen: {}',
  '{} is not a file.': '{} ist keine Datei.',
  'Tried twice. {}': 'Zweimal versucht. {}',
  'Run again. {}': 'Noch einmal begonnen. {}',
  'Run again, because the service ended in the middle of it.':
    'Noch einmal begonnen, weil Beckon mittendrin endete.',
  'The service ended twice in the middle of it.': 'Beckon endete zweimal mittendrin.',
  'The service made a mistake; its log says more.': 'Beckon hat einen Fehler gemacht.',
  'The worker could not be started: {}': 'Der Prozess dafür ließ sich nicht starten: {}',
  'The worker said nothing for {} s.': 'Der Prozess dafür sagte {} s lang nichts.',
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
