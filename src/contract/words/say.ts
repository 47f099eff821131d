import { sentence, type Say } from '../../core/sentence/sentence.ts'
import type { KnownTemplate } from './sentences.ts'

/**
 * Says something to people: `say('Port {} is taken by another program.', port)`. What no language but English has does
 * not compile: write it into `words/de/sentences`, and the other languages ask for it, too.
 */
export const say: Say<KnownTemplate> = sentence
