/** The rate of the category that stands out, by the other dimension, against the rate of all rows. */
import { formatNumber } from '../../../../shared/format/numbers.ts'
import { capitalise, readableName } from '../../../../shared/format/words.ts'
import { categorySql } from '../../../analysis/category-sql.ts'
import { quoteIdentifier, quoteText } from '../../../runtime/duckdb/database.ts'
import { columnOf, type DrawInsight, detailText, evidenceValue } from '../../charts/drawing.ts'
import { base, type Group, interval, largest, reference, rowOf, shownOf } from '../../charts/groups.ts'

export const drawAssociation: DrawInsight = async ({ draft, table, database }) => {
  const [first, second] = [detailText(draft, 'first'), detailText(draft, 'second')]
  const wanted = detailText(draft, 'second_value')
  const [group, other] = [quoteIdentifier(first), quoteIdentifier(second)]
  const [groupColumn, otherColumn] = [columnOf(table, first), columnOf(table, second)]
  if (groupColumn === null || otherColumn === null) return null
  const sql = `SELECT ${categorySql(groupColumn)} AS category, count(*) AS rows, count_if(${categorySql(otherColumn)} = ${quoteText(wanted)}) AS hits FROM ${quoteIdentifier(table.name)} WHERE ${group} IS NOT NULL AND ${other} IS NOT NULL GROUP BY ${group} ORDER BY hits / rows DESC, category`
  const found = await database.rows<{ category: string; rows: number; hits: number }>(sql)
  if (found.length < 2) return null
  const groups = found.map(
    ({ category, rows, hits }): Group => ({ category, rows, value: hits / rows, ...wilson(hits, rows) }),
  )
  const here = detailText(draft, 'first_value')
  const shown = largest(groups, [here])
  const overall = evidenceValue(draft, 'overall_share')
  const subject = `share of rows with ${readableName(second)} “${wanted}”`
  return {
    spec: {
      kind: 'bar',
      subtitle: `${capitalise(subject)} by ${readableName(first)}${shownOf(shown, groups)}; ${base(draft.n)}`,
      horizontal: true,
      x: { field: 'category', label: readableName(first), type: 'category', format: null },
      y: { field: 'share', label: capitalise(subject), type: 'number', format: 'percent' },
      interval,
      highlight: [here],
      ...reference(overall, `all: ${formatNumber(overall, { kind: 'percent' })}`),
    },
    columns: ['category', 'share', 'low', 'high', 'rows'],
    rows: shown.map(rowOf),
    sql,
    reduced: shown.length < groups.length,
    shows: `Bar chart of the ${subject} by ${readableName(first)} with 95% intervals, highest first`,
  }
}

/** Wilson's score interval of a rate, 95 %: honest near 0 and 1 and for few rows. */
function wilson(hits: number, rows: number): { low: number; high: number } {
  const z = 1.959963984540054
  const rate = hits / rows
  const center = (rate + z ** 2 / (2 * rows)) / (1 + z ** 2 / rows)
  const half = (z / (1 + z ** 2 / rows)) * Math.sqrt((rate * (1 - rate)) / rows + z ** 2 / (4 * rows ** 2))
  return { low: Math.max(0, center - half), high: Math.min(1, center + half) }
}
