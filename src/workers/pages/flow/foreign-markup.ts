/** Markup of any origin, as web pages and Markdown have it: its images kept or named, its length limited. */
import { type DocumentWarning, warningOf } from '../../../shared/document/warning.ts'
import { note } from '../../../shared/story/note.ts'
import type { WorkContext } from '../../runtime/context.ts'
import type { DocumentOptions } from '../document-file.ts'
import { MarkupFlow } from './flow.ts'
import type { Flow } from './flowed.ts'
import { bytesOfDataAddress, ImageKeeper } from './images.ts'
import { PageTimeLimit } from './page-time-limit.ts'

/** As many as of a PDF. Their text and markup are held in memory until all are there. */
const maxPages = 10_000
/** Text and markup of all pages: a thousand pages of a book have 6 million. */
const maxCharacters = 12_000_000
/** Written at once, so that a cancel is heard and the time is looked at in between. */
const partCharacters = 256 * 1024

export class ForeignMarkup {
  readonly #images: ImageKeeper
  readonly #flow: MarkupFlow
  readonly #timeLimit = new PageTimeLimit()
  #elsewhere = 0

  constructor(options: DocumentOptions, context: WorkContext) {
    this.#images = new ImageKeeper(options.outputDir)
    this.#flow = new MarkupFlow('by length', (src) => this.#keep(src), context)
  }

  /** What comes after is left out, with a warning. */
  get isFull(): boolean {
    return this.#flow.pageCount >= maxPages || this.#flow.characters >= maxCharacters
  }

  /** Throws `too_slow` for markup built to keep a parser busy. */
  async write(markup: string): Promise<void> {
    for (let at = 0; at < markup.length && !this.isFull; at += partCharacters) {
      await this.#flow.write(markup.slice(at, at + partCharacters))
      await this.#images.flush()
      this.#timeLimit.check(this.#flow.pageCount)
    }
  }

  async end(): Promise<{ readonly flow: Flow; readonly warnings: readonly DocumentWarning[] }> {
    const wasFull = this.isFull
    const flow = this.#flow.end()
    await this.#images.flush()
    const warnings = this.#images.warnings()
    if (this.#elsewhere > 0) {
      const noted = note('documents.imagesElsewhere', { count: this.#elsewhere })
      warnings.push(warningOf('image_elsewhere', null, noted))
    }
    if (wasFull) {
      warnings.push(warningOf('too_many_pages', null, note('documents.veryLong', { read: flow.pages.length })))
    }
    return { flow, warnings }
  }

  /** Images within it are kept; those elsewhere are not fetched. */
  #keep(src: string): string | null {
    const bytes = bytesOfDataAddress(src)
    if (bytes !== null) return this.#images.keep(bytes)
    this.#elsewhere += 1
    return null
  }
}
