export const intakeEnglish = {
  drop: 'Drop videos to look at how people move in them',
}
