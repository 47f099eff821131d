/** A file that the page may read by an address which cannot be guessed: one on disk, or one that is made while it is read. */
export type ExposedFile = (
  { readonly kind: 'on-disk'; readonly path: string; readonly downloadAs?: string } | MadeFile
) & {
  /** When this is aborted its address is forgotten; when left out, never. */
  readonly until?: AbortSignal
}

export interface MadeFile {
  readonly kind: 'made'
  readonly type: string
  /** The name under which the page's user keeps it. */
  readonly downloadAs: string
  make(): AsyncIterable<string>
}
