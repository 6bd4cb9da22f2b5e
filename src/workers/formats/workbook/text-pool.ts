/** Inline texts of a sheet by a handle that fits a double: short repeated ones once, the rest as bytes in pages. */
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { Spool } from './spool.ts'

const pageBytes = 1024 * 1024
/** Handle = offset * 2^21 + length in bytes; both parts together stay below 2^53. */
const lengthUnit = 2 ** 21
const maxPoolBytes = 2 ** 32 - 1
const maxKnown = 20_000
const maxKnownLength = 64
const pagesKept = 8

/** Sealed pages go to the spool once there are more than `pagesInMemory`; reading keeps the last used few. */
export class TextPool {
  readonly #spool: Spool
  readonly #known = new Map<string, number>()
  /** A page, or where in the spool it is. */
  readonly #pages: (Buffer | number)[] = []
  readonly #cache = new Map<number, Buffer>()
  readonly #pagesInMemory: number
  #page = Buffer.allocUnsafe(pageBytes)
  #used = 0
  #start = 0

  constructor(spool: Spool, pagesInMemory = 32) {
    this.#spool = spool
    this.#pagesInMemory = pagesInMemory
  }

  add(text: string): number {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    const bytes = Buffer.byteLength(text)
    if (bytes > pageBytes) throw new StoryglassError('hostile_content', `a cell with ${bytes} bytes of text`)
    if (this.#used + bytes > pageBytes) this.#seal()
    this.#page.write(text, this.#used)
    const handle = (this.#start + this.#used) * lengthUnit + bytes
    this.#used += bytes
    if (text.length <= maxKnownLength && this.#known.size < maxKnown) this.#known.set(text, handle)
    return handle
  }

  get(handle: number): string {
    const length = handle % lengthUnit
    if (length === 0) return ''
    const offset = (handle - length) / lengthUnit
    if (offset >= this.#start) return this.#page.toString('utf8', offset - this.#start, offset - this.#start + length)
    const page = this.#pageAt(Math.floor(offset / pageBytes))
    const within = offset % pageBytes
    return page.toString('utf8', within, within + length)
  }

  /** A text never crosses pages. */
  #seal(): void {
    this.#pages.push(this.#pages.length < this.#pagesInMemory ? this.#page : this.#spool.append(this.#page))
    this.#start = this.#pages.length * pageBytes
    if (this.#start > maxPoolBytes) throw new StoryglassError('too_large', 'over 4 GB of text in one sheet')
    this.#page = Buffer.allocUnsafe(pageBytes)
    this.#used = 0
  }

  #pageAt(index: number): Buffer {
    const page = this.#pages[index]
    if (page === undefined) throw new Error(`no page ${index} of text`)
    if (typeof page !== 'number') return page
    const cached = this.#cache.get(index)
    if (cached !== undefined) return cached
    const fresh = Buffer.allocUnsafe(pageBytes)
    this.#spool.read(page, fresh)
    this.#cache.set(index, fresh)
    const [oldest] = this.#cache.keys()
    if (this.#cache.size > pagesKept && oldest !== undefined) this.#cache.delete(oldest)
    return fresh
  }
}
