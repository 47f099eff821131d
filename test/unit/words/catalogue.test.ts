import { describe, expect, it } from 'vitest'
import { isSentence, textsIn } from './sentences.ts'
import { codeOf, filesOf } from './sources.ts'
import { wordsInMarkup } from './words-in-markup.ts'

describe('words for people', () => {
  it('stand in the catalogue, not in the markup', () => {
    const strays = filesOf('src/renderer/**/*.svelte').flatMap(({ path, source }) =>
      wordsInMarkup(source).map(({ line, text }) => `${path}:${line}: ${text}`),
    )
    expect(strays).toEqual([])
  })

  // A report is read by those who mend Beckon, whatever its user speaks.
  it('stand in the catalogue, not in the code of the window', () => {
    const strays = filesOf(
      'src/renderer/{app,drawing,editing,pictures,calibration,ui,pages}/**/*.{ts,svelte}',
    )
      .filter(
        ({ path }) => !/words[.]en[.]ts$|app\/pages[.]ts$|diagnostics\/report[.]ts$/.test(path),
      )
      .flatMap((file) =>
        textsIn(codeOf(file), isSentence).map(({ line, text }) => `${file.path}:${line}: ${text}`),
      )
    expect(strays).toEqual([])
  })
})

describe('the test of words', () => {
  it('sees text, names, what is said of pictures, and what is chosen between', () => {
    const source = `<script>const a = 'Not seen here'</script>
<p title="A hint" class="quiet words">Hello {isOn ? 'Stop it' : words.start} 3 ms</p>
<Select name={\`My \${thing}\`} value="a value" onclick={() => go('some page')} />`
    expect(wordsInMarkup(source).map(({ line, text }) => `${line} ${text}`)).toEqual([
      '2 A hint',
      '2 Hello',
      '2 Stop it',
      '3 My',
    ])
  })

  it('sees sentences in code, and not what is thrown or said as one', () => {
    const source = `const a = isOdd ? 'Odd one.' : \`Number \${n} is even.\`
throw new Error('Our own bug.')
failed(say('It broke.'))`
    expect(textsIn(source, isSentence)).toEqual([
      { line: 1, text: 'Odd one.' },
      { line: 1, text: 'Number {} is even.' },
    ])
  })
})
