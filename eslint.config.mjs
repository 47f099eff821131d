import globals from 'globals'
import regexp from 'eslint-plugin-regexp'
import svelte from 'eslint-plugin-svelte'
import tseslint from 'typescript-eslint'
import { noUnheardErrorEvent } from './scripts/lint/no-unheard-error-event.mjs'
import { noUnheardRejection } from './scripts/lint/no-unheard-rejection.mjs'
import svelteConfig from './svelte.config.js'

const TYPED = ['src/**/*.{ts,svelte}', 'test/**/*.ts', 'bench/**/*.ts', 'evals/**/*.ts']
const say = (selector, message) => ({ selector, message })

export default tseslint.config(
  { ignores: ['out/**', 'dist/**', 'node_modules/**', 'resources/**', '.beckon/**'] },
  ...tseslint.configs.strict.map((config) => ({ ...config, files: TYPED })),
  ...svelte.configs.recommended,
  {
    files: TYPED,
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: {
        projectService: true,
        extraFileExtensions: ['.svelte'],
        svelteConfig,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-alert': 'error',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          // node:test runs what is handed to it; awaiting a test would run the next one late.
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'before', 'after'] },
          ],
        },
      ],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-syntax': [
        'error',
        say('ExportDefaultDeclaration', 'Name what you export.'),
        say('ExportAllDeclaration', 'No barrels: import from the file that owns the thing.'),
        say('TSEnumDeclaration', 'Use a union of literals.'),
      ],
    },
  },
  {
    files: ['src/**/*.{ts,svelte}'],
    ignores: ['**/*.test.ts'],
    plugins: {
      beckon: {
        rules: {
          'no-unheard-error-event': noUnheardErrorEvent,
          'no-unheard-rejection': noUnheardRejection,
        },
      },
    },
    rules: {
      'beckon/no-unheard-error-event': 'error',
      'beckon/no-unheard-rejection': 'error',
    },
  },
  {
    // A sentence is data: in a template it would be printed as "[object Object]".
    files: ['src/{core,contract,node,inference,jobs,main,server,programs}/**/*.ts'],
    rules: {
      '@typescript-eslint/no-base-to-string': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allowNullish: true, allowArray: true },
      ],
    },
  },
  {
    // One message of blanks stopped the service for hours: time grows with the text, never with its square.
    files: ['src/**/*.{ts,svelte,js}'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  { files: ['scripts/**/*.ts'], languageOptions: { parser: tseslint.parser } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
  },
  {
    files: ['src/core/**/*.ts', 'src/contract/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['setTimeout', 'setInterval', 'performance', 'process', 'window', 'document'].map(
          (name) => ({
            name,
            message: 'core and contract receive time and the world as arguments.',
          }),
        ),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes in as atMs.' },
        { object: 'Math', property: 'random', message: 'Randomness comes in as an argument.' },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,svelte}'],
    ignores: ['src/main/system/host/electron/**', 'src/programs/electron.ts', 'src/preload/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: 'electron',
          message: 'Only host/electron, the electron entry and preload know Electron.',
        },
      ],
    },
  },
  {
    files: ['**/*.test.ts', 'test/**/*.ts', 'bench/**/*.ts', 'evals/**/*.ts'],
    rules: {
      'no-console': 'off',
      'max-lines-per-function': 'off',
      'no-restricted-globals': 'off',
      'no-restricted-properties': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
)
