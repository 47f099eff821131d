import { ensureBuild } from '../bootstrap/build.mjs'

/** The end-to-end tests run what is built, so a build that fails is a failed check, not the end of the run. */
ensureBuild()
