/** Says in sentences what of a file is not in its table, and what in it deserves a look. */
import { unprovedTotal } from '../../tables/asides/explain.ts'
import { isBlank } from '../../tables/delimited/layout.ts'
import type { Survey } from './records.ts'
import type { TextSource } from './source.ts'

function counted(count: number, one: string, many: string): string {
  return count === 1 ? `One ${one}` : `${count} ${many}`
}

export function severalTables(count: number): string {
  return `The file holds ${count} tables; this is one of them.`
}

export function explainRows(source: TextSource, survey: Survey): string[] {
  const notes: string[] = []
  if (survey.comments > 0) {
    const what = counted(survey.comments, 'comment line', 'comment lines')
    notes.push(
      `${what} beginning with "${source.layout.comment ?? ''}" ${survey.comments === 1 ? 'is' : 'are'} left out.`,
    )
  }
  if (survey.footer.length > 0) {
    const what = counted(survey.footer.length, 'line below the table is', 'lines below the table are')
    notes.push(`${what} not part of it, beginning with "${(survey.footer[0] ?? '').slice(0, 80)}".`)
  }
  if (survey.shortRows > 0) {
    const what = counted(survey.shortRows, 'row has', 'rows have')
    notes.push(`${what} fewer cells than the table has columns; the missing ones are empty.`)
  }
  if (survey.mendedRows > 0) {
    const what = counted(survey.mendedRows, 'row has', 'rows have')
    const more = survey.mendedRows > survey.mendedLines.length ? ' …' : ''
    notes.push(
      `${what} a separator too many, and is read without the empty cell it leaves (line ${survey.mendedLines.join(', ')}${more}).`,
    )
  }
  if (survey.wideRows > 0) {
    const what = counted(survey.wideRows, 'row has', 'rows have')
    notes.push(
      `${what} more cells than the header has names (the first on line ${survey.firstWideLine}); they are kept in columns of their own.`,
    )
  }
  return notes
}

/** A label that names a total below rows that do not make it. */
export function totalRowNote(source: TextSource): string | null {
  if (source.asked.keepTotals) return null
  if (!source.complete) return unprovedTotal(source.last)
  const last = source.head.findLast((record, index) => !isBlank(record) && !source.asides.has(index))
  return unprovedTotal(last?.cells)
}
