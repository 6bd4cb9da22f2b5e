/** What is known of a source's tables before their story is told, as a line a table. */
import { formatNumber, formOfColumn } from '../shared/format/numbers.ts'
import { formatPeriod } from '../shared/format/periods.ts'
import { plural, readableName } from '../shared/format/words.ts'
import type { FirstFacts, FirstTableFacts } from '../shared/story/first-facts.ts'

const mostMeasures = 2

/** Empty while nothing but the size is known. */
export function factsLines({ tables, moreTables }: FirstFacts): string[] {
  const lookedAt = tables.filter(({ roles }) => roles !== null)
  if (lookedAt.length < tables.length) return []
  const name = (table: FirstTableFacts): string => (tables.length + moreTables > 1 ? `${table.name}: ` : '')
  return lookedAt.map((table) => `${name(table)}${factsLine(table)}`)
}

/** `1,095 rows, 9 columns; date from 1 January 2022 to 31 December 2024; revenue mostly €131 to €302 (€0 to €8,913.40)`. */
function factsLine({ rows, columns, period, measures }: FirstTableFacts): string {
  const count = (n: number, noun: string): string => `${formatNumber(n, { kind: 'count' })} ${plural(n, noun)}`
  const size = [...(rows === null ? [] : [count(rows, 'row')]), count(columns, 'column')].join(', ')
  const time = period === null ? [] : [`${readableName(period.column)} ${span(period.from, period.to)}`]
  const amounts = measures.slice(0, mostMeasures).map(({ column, format, q1, q3, min, max }) => {
    const form = formOfColumn(format)
    const exact = form.kind === 'number' ? ({ kind: 'value' } as const) : form
    const middle = `${formatNumber(q1, form)} to ${formatNumber(q3, form)}`
    return `${readableName(column)} mostly ${middle} (${formatNumber(min, exact)} to ${formatNumber(max, exact)})`
  })
  return [size, ...time, ...amounts].join('; ')
}

function span(from: string, to: string): string {
  return `from ${formatPeriod(from, grainOf(from))} to ${formatPeriod(to, grainOf(to))}`
}

function grainOf(instant: string): 'year' | 'day' {
  return /^-?\d{1,4}$/.test(instant) ? 'year' : 'day'
}
