/** What core, camera and trackers say, and what shipped projects say of themselves. */
export const coreHeard: Readonly<Record<string, string>> = {
  'Somebody else is in control.': 'Jemand anderes hat die Kontrolle.',
  'Your hand is too close to the camera.': 'Deine Hand ist zu nah an der Kamera.',
  'Your hand is too far from the camera.': 'Deine Hand ist zu weit von der Kamera weg.',
  'Your hand is cut off by the edge of the picture.': 'Deine Hand wird vom Bildrand abgeschnitten.',
  'The camera does not see your hand clearly.': 'Die Kamera sieht deine Hand nicht deutlich.',
  'Paused.': 'Pause.',
  'Hold up an open palm to take control.':
    'Halte eine offene Hand hoch, um die Kontrolle zu übernehmen.',
  'Show a hand to the camera.': 'Zeige der Kamera eine Hand.',
  'You are typing.': 'Du tippst gerade.',
  'You have the mouse.': 'Du hast die Maus.',
  'Calibrating your hand.': 'Deine Hand wird angepasst.',
  'Practising letters.': 'Buchstaben werden geübt.',
  'Trying things out.': 'Es wird ausprobiert.',
  'Paused. The camera is off.': 'Pause. Die Kamera ist aus.',
  'Opening the camera.': 'Die Kamera wird geöffnet.',
  'The video has ended.': 'Das Video ist zu Ende.',
  'Getting ready to see hands.': 'Die Handerkennung wird vorbereitet.',
  'Your hand was not seen long enough. Nothing was changed.':
    'Deine Hand war nicht lange genug zu sehen. Nichts wurde geändert.',
  'Your hand hardly moved. Nothing was changed.':
    'Deine Hand hat sich kaum bewegt. Nichts wurde geändert.',
  'Your hand was not seen clearly. Nothing was changed.':
    'Deine Hand war nicht deutlich zu sehen. Nichts wurde geändert.',

  overruled: 'eine andere Geste ging vor',
  'hand-lost': 'Hand verloren',
  'body-lost': 'Körper verloren',
  'tracking-stopped': 'Handerkennung angehalten',
  paused: 'Pause',
  disengaged: 'Kontrolle abgegeben',
  'project-switched': 'Projekt gewechselt',
  quit: 'beendet',

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
  'Body tracking {}. It is being restarted.': 'Die Körpererkennung {}. Sie wird neu gestartet.',
  'Body tracking {} three times in 5 minutes.': 'Die Körpererkennung {}, dreimal in 5 Minuten.',
  'Body tracking could not start. Its program or its model may be damaged.':
    'Die Körpererkennung konnte nicht starten. Ihr Programm oder ihr Modell ist vielleicht beschädigt.',
  'The body model {}.': 'Das Körpermodell {}.',
  'The tracker saw a body but not where it is; such bodies are left out.':
    'Die Erkennung sah einen Körper, aber nicht, wo er ist; solche Körper werden ausgelassen.',
  'Choose the native tracker again on the page “Body”.':
    'Wähle die eigene Erkennung wieder auf der Seite „Körper“.',
  'Hand tracking {}. It is being restarted.': 'Die Handerkennung {}. Sie wird neu gestartet.',
  'Hand tracking {} three times in 5 minutes.': 'Die Handerkennung {}, dreimal in 5 Minuten.',
  'stopped answering': 'antwortet nicht mehr',
  'ended unexpectedly': 'ist abgebrochen',
  'stopped working': 'geht nicht mehr',
  'Hand tracking could not start. Its program or its model may be damaged.':
    'Die Handerkennung konnte nicht starten. Ihr Programm oder ihr Modell ist vielleicht beschädigt.',
  'The native tracker is not running.': 'Die eigene Erkennung läuft nicht.',
  'The native tracker could not be reached.': 'Die eigene Erkennung war nicht zu erreichen.',
  'The native tracker has its models in its own process.':
    'Die eigene Erkennung hat ihre Modelle in einem eigenen Prozess.',
  'There is no tracker named “{}”.': 'Es gibt keine Handerkennung namens „{}“.',
  'The hand model {}.': 'Das Handmodell {}.',
  'The picture has not changed for a while. If you are moving, the camera is stuck: unplug it and plug it in again.':
    'Das Bild ändert sich seit einer Weile nicht. Wenn du dich bewegst, hängt die Kamera: Zieh sie ab und steck sie wieder an.',
  'The tracker saw a hand but not where it is; such hands are left out.':
    'Die Erkennung sah eine Hand, aber nicht, wo sie ist; solche Hände werden ausgelassen.',
  'Camera {}': 'Kamera {}',
  '{} Beckon goes on with the slower MediaPipe tracker.':
    '{} Beckon macht mit der langsameren MediaPipe-Erkennung weiter.',
  'Choose the native tracker again in the window, or start with --tracker native.':
    'Wähle die eigene Erkennung wieder im Fenster, oder starte mit --tracker native.',

  'Small movements go far, drags lock, keeping still clicks, and nothing has to be quick.':
    'Kleine Bewegungen reichen weit, Ziehen rastet ein, Stillhalten klickt, und nichts muss schnell gehen.',
  'Pages: back and forward, tabs, scrolling, links in a new tab.':
    'Seiten: vor und zurück, Tabs, Scrollen, Links in einem neuen Tab.',
  'The whole desktop: point, click, drag, scroll, volume.':
    'Der ganze Desktop: zeigen, klicken, ziehen, scrollen, Lautstärke.',
  'The pinch is the pen: it draws at once. Zoom with both hands; undo, redo and brush size by hand.':
    'Der Griff ist der Stift: Er zeichnet sofort. Größer und kleiner mit beiden Händen; Rückgängig, Wiederholen und Pinselgröße von Hand.',
  'Films and music from the sofa: play, next, louder. The pointer stays off.':
    'Filme und Musik vom Sofa aus: Wiedergabe, nächster Titel, lauter. Der Zeiger bleibt aus.',
  'Slides: next, back, black screen, from anywhere in the room.':
    'Folien: weiter, zurück, schwarzer Bildschirm, von überall im Raum.',
  'Long texts: scroll by hand, turn pages, larger and smaller print.':
    'Lange Texte: von Hand scrollen, blättern, Schrift größer und kleiner.',
  'Typing by signs: letters of the American manual alphabet. Swipe right for a space, left to delete, up to complete the word, down for another last letter.':
    'Tippen mit Gebärden: Buchstaben des amerikanischen Fingeralphabets. Nach rechts wischen für ein Leerzeichen, nach links zum Löschen, nach oben, um das Wort zu vervollständigen, nach unten für einen anderen letzten Buchstaben.',
  'Microphone, camera and raised hand, with the keys of Zoom. Hands that talk do nothing.':
    'Mikrofon, Kamera und gehobene Hand, mit den Tasten von Zoom. Redende Hände tun nichts.',
}
