import { z } from 'zod'

// The page's content security policy forbids eval, which zod would otherwise use to compile its schemas. It decides
// when a schema is made: this file must be the first import of every entry.
z.config({ jitless: true })
