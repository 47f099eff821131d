export const intakeEnglish = {
  drop: 'Drop videos to look at how people move in them',
  notArrived: 'The file did not arrive whole. Try again.',
}
