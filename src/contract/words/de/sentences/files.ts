/** Why a file of the user's was not read. */
export const filesSentences = {
  '{} cannot be read: {}': '{} ist nicht lesbar: {}',
  'it is not there': 'sie ist nicht da',
  'it is no ordinary file': 'es ist keine gewöhnliche Datei',
  'it is larger than {} KB': 'sie ist größer als {} KB',
  'it is not in UTF-8': 'sie ist nicht in UTF-8',
  'it is nested deeper than {} levels': 'sie ist tiefer als {} Ebenen verschachtelt',
  'it cannot be understood: {}': 'sie ist nicht zu verstehen: {}',
  'it holds more than {} project files; the rest of them is not read':
    'er enthält mehr als {} Projektdateien; der Rest wird nicht gelesen',
  'There is something wrong with {} more project files.':
    'Mit {} weiteren Projektdateien stimmt etwas nicht.',
  'there are more than {} classifiers': 'es sind mehr als {} Klassifikatoren',
}
