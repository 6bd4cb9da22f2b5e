/** The pages of a document still to be read, handed out in ranges that share the work evenly. */

/**
 * Large enough that opening the file again for each range costs little, small enough that a thread of another job is
 * not waited for long.
 */
const longestRange = 8
/** Fewer pages than this are not worth another thread: to load what it reads them with takes as long as they do. */
const pagesWorthAThread = 10

export class PageQueue {
  #pages: number[]

  constructor(pages: Iterable<number>) {
    this.#pages = [...pages].toSorted((left, right) => left - right)
  }

  get size(): number {
    return this.#pages.length
  }

  /** How many of `threads` are of use for what is left, when `loaded` of them have already read pages of it. */
  worthwhileThreads(threads: number, loaded: number): number {
    return Math.min(threads, Math.max(loaded, 1 + Math.floor(this.#pages.length / pagesWorthAThread)))
  }

  /**
   * The next pages, one after another in the document, at most eight and half of each thread's fair share: so that the
   * last ranges are short and all threads end together (guided self-scheduling, Polychronopoulos and Kuck 1987).
   */
  take(threads: number): number[] {
    const fair = Math.ceil(this.#pages.length / (2 * Math.max(1, threads)))
    const length = Math.max(1, Math.min(longestRange, fair))
    const [first] = this.#pages
    if (first === undefined) return []
    let end = 1
    while (end < length && this.#pages[end] === first + end) end += 1
    return this.#pages.splice(0, end)
  }

  /** Pages that were handed out and not read. */
  putBack(pages: readonly number[]): void {
    this.#pages = [...new Set([...pages, ...this.#pages])].toSorted((left, right) => left - right)
  }

  /** All that are left. */
  drain(): number[] {
    return this.#pages.splice(0)
  }
}
