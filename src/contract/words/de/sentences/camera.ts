/** What is said of the camera and its pictures. */
export const cameraSentences = {
  'The camera': 'Die Kamera',
  'The camera “{}”': 'Die Kamera „{}“',
  'No camera is connected. Plug one in: it is used at once.':
    'Es ist keine Kamera angeschlossen. Schließe eine an: Sie wird sofort benutzt.',
  '{} is not connected. Plug it in: it is used at once.':
    '{} ist nicht angeschlossen. Schließe sie an: Sie wird sofort benutzt.',
  '{} is in use by another program. Close that program: the picture comes back by itself.':
    '{} wird von einem anderen Programm benutzt. Schließe es: Das Bild kommt von selbst wieder.',
  'Beckon may not use the camera. Allow it in the privacy settings of your system.':
    'Beckon darf die Kamera nicht benutzen. Erlaube es in den Datenschutzeinstellungen deines Systems.',
  'The picture is black. Is the camera covered, or the room dark?':
    'Das Bild ist schwarz. Ist die Kamera abgedeckt, oder der Raum dunkel?',
  '{} has stopped sending pictures. It is being opened again.':
    '{} schickt keine Bilder mehr. Sie wird neu geöffnet.',
  'The video cannot be played.': 'Das Video lässt sich nicht abspielen.',
  'The video “{}” cannot be played.': 'Das Video „{}“ lässt sich nicht abspielen.',
  'The picture has not changed for a while. If you are moving, the camera is stuck: unplug it and plug it in again.':
    'Das Bild ändert sich seit einer Weile nicht. Wenn du dich bewegst, hängt die Kamera: Zieh sie ab und steck sie wieder an.',
  'The demo hand knows no script “{}”. It can play: {}.':
    'Die Vorführhand kennt kein Skript „{}“. Sie kann spielen: {}.',
}
