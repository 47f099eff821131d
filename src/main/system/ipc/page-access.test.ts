import { expect, it } from 'vitest'
import { createPageAccess, type Admitted, type PageAccess } from './page-access.ts'

function letIn(access: PageAccess, secret: string): Admitted {
  const admission = access.admit(secret)
  if (admission.kind !== 'admitted') throw new Error(admission.kind)
  return admission
}

it('lets one page in with a token, and that page again with the secret that it was given', () => {
  const access = createPageAccess()
  const token = access.issueToken()
  expect(access.isOpen(token)).toBe(true)
  const page = letIn(access, token)
  page.confirm()
  expect(access.isOpen(token)).toBe(false)
  const resume = page.welcome() ?? ''
  page.leave()
  expect(letIn(access, resume).welcome()).toBe(resume)
})

it('knows a token that is used again, whether its page has spoken or not, also after the next', () => {
  const access = createPageAccess()
  const token = access.issueToken()
  const page = letIn(access, token)
  expect(access.admit(token)).toEqual({ kind: 'used' })
  page.confirm()
  expect(access.admit(token)).toEqual({ kind: 'used' })
  access.issueToken()
  expect(access.admit(token)).toEqual({ kind: 'used' })
  expect(access.admit('guess')).toEqual({ kind: 'unknown' })
})

it('takes back a token whose page went without a word, and the secret that it may not have heard', () => {
  const access = createPageAccess()
  const token = access.issueToken()
  const gone = letIn(access, token)
  const resume = gone.welcome() ?? ''
  gone.leave()
  expect(access.admit(resume)).toEqual({ kind: 'unknown' })
  const page = letIn(access, token)
  page.confirm()
  expect(page.welcome()).not.toBe(resume)
})

it.each([
  ['locked out', (access: PageAccess) => access.lockOut()],
  ['followed by the next', (access: PageAccess) => void access.issueToken()],
])('has nothing left for those who are %s', (_name, act) => {
  const access = createPageAccess()
  const page = letIn(access, access.issueToken())
  page.confirm()
  const resume = page.welcome() ?? ''
  const coming = letIn(access, resume)
  act(access)
  expect([access.admit(resume), coming.welcome(), page.welcome()]).toEqual([
    { kind: 'unknown' },
    undefined,
    undefined,
  ])
})
