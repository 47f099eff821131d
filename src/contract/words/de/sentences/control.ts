/** Why nothing acts, beside what core says. */
export const controlSentences = {
  'Paused. The camera is off.': 'Pause. Die Kamera ist aus.',
  'Opening the camera.': 'Die Kamera wird geöffnet.',
  'The video has ended.': 'Das Video ist zu Ende.',
  'Getting ready to see hands.': 'Die Handerkennung wird vorbereitet.',
  'You are typing.': 'Du tippst gerade.',
  'You have the mouse.': 'Du hast die Maus.',
  'Trying things out.': 'Es wird ausprobiert.',
  'Calibrating your hand.': 'Deine Hand wird angepasst.',
  'Practising letters.': 'Buchstaben werden geübt.',
}
