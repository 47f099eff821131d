/** What a sink answers: nothing, or a promise of nothing that rejects when the system refused. */
export type Outcome = Promise<void> | void
