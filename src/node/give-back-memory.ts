/** For the environment of a process: has Linux's malloc return what reading models and decoding pictures took. */
export const GIVE_BACK_MEMORY = {
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
  MALLOC_ARENA_MAX: '1',
} as const
