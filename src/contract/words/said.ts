/** Words of the same places in any language: strings for strings, and what takes something to make one. */
export type Said<Words> = Words extends string
  ? string
  : Words extends (...given: infer Given) => infer Made
    ? (...given: Given) => Made extends string ? string : Made
    : { readonly [Key in keyof Words]: Said<Words[Key]> }
