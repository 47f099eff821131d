/** What shipped projects say of themselves. */
export const shippedSentences = {
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
