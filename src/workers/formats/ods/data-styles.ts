/** What the data style of a cell says about its number (OpenDocument 1.3 part 3, 16.29). Pure. */
import type { FormatMeaning } from '../workbook/number-format.ts'

/** By the index that cells of a type have whose style says nothing more. */
export const plainMeanings = [
  { kind: 'number' },
  { kind: 'percent' },
  { kind: 'date' },
  { kind: 'timestamp' },
  { kind: 'time' },
  { kind: 'duration' },
] as const satisfies readonly FormatMeaning[]

export const styleOf = { number: 0, percent: 1, date: 2, timestamp: 3, time: 4, duration: 5 } as const

/** What is remembered of a data style. */
export interface DataStyle {
  /** Of a time that may exceed a day and is shown as hours beyond 24. */
  readonly isDuration: boolean
}

/** Meanings of cells by style index: currencies are added as they come. */
export class Meanings {
  readonly list: FormatMeaning[] = [...plainMeanings]
  readonly #byCurrency = new Map<string, number>()

  /** The index for amounts of a currency. Files have a few; a made-up one with thousands gets the plain number. */
  ofCurrency(currency: string): number {
    const known = this.#byCurrency.get(currency)
    if (known !== undefined) return known
    if (this.list.length > 1000) return styleOf.number
    this.list.push({ kind: 'currency', currency })
    this.#byCurrency.set(currency, this.list.length - 1)
    return this.list.length - 1
  }
}
