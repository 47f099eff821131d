import { RuleTester } from 'eslint'
import tseslint from 'typescript-eslint'
import { afterAll, describe, it } from 'vitest'
import { noUnheardRejection } from './no-unheard-rejection.mjs'

Object.assign(RuleTester, { afterAll, describe, it })

const tester = new RuleTester({
  languageOptions: {
    parser: tseslint.parser,
    parserOptions: {
      projectService: { allowDefaultProject: ['*.ts'] },
      tsconfigRootDir: import.meta.dirname,
    },
  },
})
const GIVEN =
  'declare function f(): Promise<number>; declare const maybe: Promise<void> | undefined;'
const unheard = [{ messageId: 'unheard' }]

tester.run('no unheard rejection', noUnheardRejection, {
  valid: [
    `${GIVEN} void f().catch(() => undefined)`,
    `${GIVEN} void f().then(String, String)`,
    `${GIVEN} void maybe?.catch(() => undefined)`,
    `declare const set: Set<number>; const remove = () => void set.delete(1)`,
    `declare function inBackground(stage: string, work: unknown): void; ${GIVEN} inBackground('videos', f())`,
  ].map((code) => ({ code, filename: 'given.ts' })),
  invalid: [
    `${GIVEN} void f()`,
    `${GIVEN} const later = () => void f()`,
    `${GIVEN} void f().then(String)`,
    `${GIVEN} void f().finally(() => undefined)`,
    `${GIVEN} void f().catch(String).then(String)`,
    `${GIVEN} void maybe`,
    `${GIVEN} void Promise.reject(new Error('no'))`,
  ].map((code) => ({ code, filename: 'given.ts', errors: unheard })),
})
