/** Notes what of a file is not in its table, and what in it deserves a look. */
import { type Note, note } from '../../../shared/story/note.ts'
import { unprovedTotal } from '../../tables/asides/explain.ts'
import { isBlank } from '../../tables/delimited/layout.ts'
import type { Survey } from './records.ts'
import type { TextSource } from './source.ts'

export function severalTables(count: number): Note {
  return note('tables.oneOf', { count })
}

export function explainRows(source: TextSource, survey: Survey): Note[] {
  const { comments, footer, shortRows, mendedRows, mendedLines, wideRows, firstWideLine } = survey
  return [
    ...(comments > 0 ? [note('tables.comments', { count: comments, mark: source.layout.comment ?? '' })] : []),
    ...(footer.length > 0
      ? [note('tables.below', { count: footer.length, text: (footer[0] ?? '').slice(0, 80) })]
      : []),
    ...(shortRows > 0 ? [note('tables.shortRows', { count: shortRows })] : []),
    ...(mendedRows > 0
      ? [
          note('tables.mendedRows', {
            count: mendedRows,
            lines: `${mendedLines.join(', ')}${mendedRows > mendedLines.length ? ' …' : ''}`,
          }),
        ]
      : []),
    ...(wideRows > 0 ? [note('tables.wideRows', { count: wideRows, line: String(firstWideLine) })] : []),
  ]
}

/** A label that names a total below rows that do not make it. */
export function totalRowNote(source: TextSource): Note | null {
  if (source.asked.keepTotals) return null
  if (!source.complete) return unprovedTotal(source.last)
  const last = source.head.findLast((record, index) => !isBlank(record) && !source.asides.has(index))
  return unprovedTotal(last?.cells)
}
