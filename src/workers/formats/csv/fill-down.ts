/** Labels of a text that stand once for the rows below them. */
import type { Note } from '../../../shared/story/note.ts'
import type { Aside } from '../../tables/asides/find-asides.ts'
import { isBlank, isComment, type Layout } from '../../tables/delimited/layout.ts'
import type { CsvRecord } from '../../tables/delimited/tokenizer.ts'
import { explainBlankRepeats, findBlankRepeats } from '../../tables/grid/blank-repeats.ts'

/** Enough rows to prove the pattern by. */
const mostRows = 2000
const mostColumns = 300

/** Columns to fill down. `records` are the first of the file, `asides` those of them that are no rows. */
export function fillDownOf(
  records: readonly CsvRecord[],
  layout: Layout,
  asides: ReadonlyMap<number, Aside>,
): readonly number[] {
  if (layout.width < 2 || layout.width > mostColumns) return []
  const rows: (readonly string[])[] = []
  const endsGroup = new Set<number>()
  for (let index = layout.dataStart; index < records.length && rows.length < mostRows; index += 1) {
    const record = records[index]
    if (record === undefined || isBlank(record) || isComment(record, layout.comment)) continue
    const kind = asides.get(index)?.kind
    if (kind === 'sum' || kind === 'mean') endsGroup.add(rows.length)
    else if (kind === undefined) rows.push(record.cells)
  }
  return findBlankRepeats(rows, endsGroup)
}

/** Puts the labels of the rows above where there are none. Keeps what it saw last: one for each walk over the rows. */
export class FillDown {
  readonly #columns: readonly number[]
  readonly #last: string[]

  constructor(columns: readonly number[]) {
    this.#columns = columns
    this.#last = columns.map(() => '')
  }

  /** Changes `cells`. Below another label of an outer column nothing of an inner one is carried. */
  fill(cells: string[]): void {
    for (const [level, column] of this.#columns.entries()) {
      const own = cells[column] ?? ''
      if (own.trim() === '') cells[column] = this.#last[level] ?? ''
      else {
        this.#last[level] = own
        this.#last.fill('', level + 1)
      }
    }
  }
}

/** `blanks` are the rows filled, for each of the columns. */
export function explainFillDown(
  names: readonly string[],
  columns: readonly number[],
  blanks: readonly number[],
): Note[] {
  return columns.flatMap((column, index) => {
    const count = blanks[index] ?? 0
    return count === 0 ? [] : [explainBlankRepeats(names[column] ?? '', count)]
  })
}
