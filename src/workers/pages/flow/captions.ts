/** Gives tables their captions: set as such in the markup, right above the table or right below it. */
import type { TableCollector } from './table-collector.ts'

/** Of a figure, whose caption may stand beside a table by chance. */
const ofFigure = /^(?:fig(?:ure|ura|uur|\.)?|abb(?:ildung|\.)?|image|bild|photo|foto|chart|diagram)\b/iu

export class CaptionFinder {
  #caption: string[] | null = null
  /** Read, and nothing but white space since. */
  #waiting: string | null = null
  /** Ended, and nothing but a caption since. */
  #table: TableCollector | null = null
  #insideTable: TableCollector | null = null

  begin(): void {
    this.#settle()
    this.#caption = []
  }

  end(): void {
    const text = (this.#caption ?? []).join('').replace(/\s+/gu, ' ').trim()
    this.#caption = null
    if (text !== '' && !ofFigure.test(text)) this.#waiting = text
    else this.#table = null
  }

  beginTable(table: TableCollector): void {
    // Above goes before below: what stands between two tables is most often the title of the second.
    if (this.#waiting !== null) table.caption ??= this.#waiting
    this.#waiting = null
    this.#table = null
    this.#insideTable = table
  }

  endTable(): void {
    this.#table = this.#insideTable
    this.#insideTable = null
  }

  /** With something in it. */
  text(text: string, insideTable: boolean): void {
    if (this.#caption !== null) this.#caption.push(text)
    else if (!insideTable) {
      this.#settle()
      this.#table = null
    }
  }

  space(): void {
    this.#caption?.push(' ')
  }

  /** At the end, too. */
  finish(): void {
    this.#settle()
  }

  #settle(): void {
    if (this.#waiting !== null && this.#table !== null) this.#table.caption ??= this.#waiting
    this.#waiting = null
  }
}
