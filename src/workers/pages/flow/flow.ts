import type { WorkContext } from '../../runtime/context.ts'
import { FlowWriter } from './flow-writer.ts'
import type { Flow } from './flowed.ts'
import { SafeMarkup } from './safe-markup.ts'

/** Characters of a page before a new one begins at the next block, or row of a table, and the most it may ever have. */
const byLength = { soft: 3000, hard: 6000 }
/** Where the document says itself where its pages end; a page of small print has some 12,000 characters. */
const byMarks = { soft: 16_000, hard: 32_000 }

/** Parsed and written in about 20 ms. */
const chunkCharacters = 32 * 1024

/**
 * Takes the markup in parts as they come, and holds only the pages made of it. A page ends at `<hr class="page-break">`;
 * where there is none, or none for long, by length. Elements that are open where a page ends are closed and opened again
 * on the next one; rows are never cut.
 */
export class MarkupFlow {
  readonly #writer: FlowWriter
  readonly #markup: SafeMarkup
  readonly #context: WorkContext

  /** `pages`: whether the document marks where its pages end. `keepImage` as in `SafeMarkup`. */
  constructor(pages: 'marked' | 'by length', keepImage: (src: string) => string | null, context: WorkContext) {
    this.#writer = new FlowWriter(pages === 'marked' ? byMarks : byLength)
    this.#markup = new SafeMarkup(this.#writer, keepImage)
    this.#context = context
  }

  get pageCount(): number {
    return this.#writer.pageCount
  }

  /** Of the text and the markup of those pages. */
  get characters(): number {
    return this.#writer.characters
  }

  async write(markup: string): Promise<void> {
    for (let at = 0; at < markup.length; at += chunkCharacters) {
      this.#markup.write(markup.slice(at, at + chunkCharacters))
      await this.#context.yieldToEventLoop()
    }
  }

  end(): Flow {
    this.#markup.end()
    return this.#writer.end()
  }
}
