import { pageOfHash, type Page, type PageId } from './pages.ts'

/** Which page is shown. It is part of the address, so that going back and loading anew work as in any browser. */
export class PageRoute {
  page = $state.raw<Page>(pageOfHash(location.hash))

  constructor() {
    addEventListener('hashchange', this.#read)
  }

  go(page: PageId): void {
    location.hash = `/${page}`
    this.#read()
  }

  close(): void {
    removeEventListener('hashchange', this.#read)
  }

  readonly #read = (): void => {
    this.page = pageOfHash(location.hash)
  }
}
