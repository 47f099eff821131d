import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { translated } from '../../../src/contract/words/heard/heard.ts'
import { isSentence, isTold, textsIn } from './sentences.ts'
import { wordsInMarkup } from './words-in-markup.ts'

const ROOT = join(import.meta.dirname, '../../..')
const files = (pattern: string): readonly { path: string; source: string }[] =>
  globSync(pattern, { cwd: ROOT })
    .filter((path) => !path.includes('.test.'))
    .map((path) => ({ path, source: readFileSync(join(ROOT, path), 'utf8') }))

describe('words for people', () => {
  it('stand in the catalogue, not in the markup', () => {
    const strays = files('src/renderer/**/*.svelte').flatMap(({ path, source }) =>
      wordsInMarkup(source).map(({ line, text }) => `${path}:${line}: ${text}`),
    )
    expect(strays).toEqual([])
  })

  // A report is read by those who mend Beckon, whatever its user speaks.
  it('stand in the catalogue, not in the code of the window', () => {
    const strays = files('src/renderer/{state,overlay,views,words}/**/*.{ts,svelte}')
      .filter(({ path }) => !/words\/(en|de)\/|state\/report[.]ts$/.test(path))
      .flatMap(({ path, source }) =>
        textsIn(scriptOf(path, source), (_node, text) => isSentence(text)).map(
          ({ line, text }) => `${path}:${line}: ${text}`,
        ),
      )
    expect(strays).toEqual([])
  })

  it('of the host have a translation each', () => {
    const strays = [...files('src/{main,core}/**/*.ts'), ...files('src/renderer/camera/*.ts')]
      .filter(({ path }) => !TERMINAL.test(path))
      .flatMap(({ path, source }) =>
        textsIn(source, (node, text) => isTold(node) && isSentence(text))
          .filter(({ text }) => translated(text.replaceAll('{}', '…')) === undefined)
          .map(({ line, text }) => `${path}:${line}: ${text}`),
      )
    expect(strays).toEqual([])
  })
})

describe('shipped projects', () => {
  it('say in every language what they are for', () => {
    const abouts = files('resources/projects/*.json').map(({ source }) => aboutOf(source))
    expect(abouts.length).toBeGreaterThanOrEqual(8)
    expect(abouts.filter((about) => translated(about) === undefined)).toEqual([])
  })
})
const aboutOf = (source: string): string => String(Reflect.get(Object(JSON.parse(source)), 'about'))

/** Said before there is a window, or on the terminal only. */
const TERMINAL =
  /main\/(cli|command-line|beckon[-\w]*|control\/control-command|replay|services|find-project|until-end|doctor|electron|run-in-chromium|host\/chromium\/.*|host\/electron\/.*|host\/tray-menu|ipc\/loopback-server|camera-file\/.*|inference\/decode-image)\.ts$/

/** A component's code, its lines where they were. */
function scriptOf(path: string, source: string): string {
  if (!path.endsWith('.svelte')) return source
  const [before = '', script = ''] =
    /^([^]*?<script[^>]*>)([^]*?)<\/script>/.exec(source)?.slice(1) ?? []
  return before.replaceAll(/[^\n]/g, '') + script
}

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

  it('sees what is told, and not what is thrown', () => {
    const source = `failed('It broke.')
throw new Error('Our own bug.')
const a = { message: isOdd ? 'Odd one.' : \`Number \${n} is even.\`, kind: 'Some kind.' }`
    expect(textsIn(source, isTold)).toEqual([
      { line: 1, text: 'It broke.' },
      { line: 3, text: 'Odd one.' },
      { line: 3, text: 'Number {} is even.' },
    ])
  })
})
