/** Flags that stand behind numbers (`10.5 e`, `3.2*`): the number is read without them, and which there are is told. */
import { type Note, note } from '../../../shared/story/note.ts'
import { type Database, quoteIdentifier, quoteText } from '../../runtime/duckdb/database.ts'
import type { Decision } from './decision.ts'
import { readExpression } from './expression.ts'
import { markSuffix } from './numbers.ts'
import type { TextRelation } from './text-relation.ts'

const mostNamed = 5

function timesOf(found: readonly { readonly times: number }[]): number {
  return found.reduce((sum, one) => sum + one.times, 0)
}

/** One note for each column whose numbers carry flags. */
export async function notesOnMarks(
  database: Database,
  relation: TextRelation,
  decisions: readonly Decision[],
): Promise<Note[]> {
  const notes: Note[] = []
  for (const [index, { reading }] of decisions.entries()) {
    const column = relation.columns[index]
    if (column === undefined || reading.kind !== 'number' || reading.around?.marks !== true) continue
    const source = quoteIdentifier(column.source)
    const mark = `trim(regexp_extract(${source}, ${quoteText(`${markSuffix(reading.around)}\\s*$`)}, 0))`
    const found = await database.rows<{ mark: string; times: number }>(
      `SELECT ${mark} AS mark, count(*) AS times FROM ${relation.from}
       WHERE (${readExpression(reading, source)}) IS NOT NULL AND ${mark} <> '' GROUP BY 1 ORDER BY 2 DESC, 1`,
    )
    const uncertain = found.filter((one) => one.mark.startsWith('±'))
    if (uncertain.length > 0) {
      notes.push(
        note('columns.uncertainties', {
          name: column.name,
          count: timesOf(uncertain),
          example: uncertain[0]?.mark ?? '',
        }),
      )
    }
    const flags = found.filter((one) => !one.mark.startsWith('±'))
    const times = timesOf(flags)
    if (times === 0) continue
    const named = flags.slice(0, mostNamed).map((one) => `"${one.mark}"`)
    const code = flags.length > named.length ? 'columns.flagsAndOthers' : 'columns.flags'
    notes.push(note(code, { name: column.name, count: times, flags: named.join(', ') }))
  }
  return notes
}
