import { flushSync } from 'svelte'
import { expect, test } from 'vitest'
import { createMemoryEnd } from '../../support/page/memory-end.ts'
import { PublishedState } from '../../../src/renderer/app/published-state.svelte.ts'

test('who reads one value hears when it changes, and of no other', () => {
  const end = createMemoryEnd()
  const published = new PublishedState(end)
  const seen: string[] = []
  const stop = $effect.root(() => {
    $effect(() => void seen.push(`service ${published.value('service')?.kind}`))
    $effect(() => void seen.push(`recording ${published.value('recording')?.kind}`))
  })
  flushSync()
  end.tell('service', { kind: 'off' })
  end.tell('recording', { kind: 'idle' })
  flushSync()
  seen.length = 0
  end.tell('service', { kind: 'starting' })
  flushSync()
  expect(seen).toEqual(['service starting'])
  stop()
  published.close()
  end.tell('service', { kind: 'off' })
  expect(published.value('service')).toEqual({ kind: 'starting' })
})
