/** What is known of a job's tables before its story is told, in words. */
import { formatNumber, formOfColumn } from '../../shared/format/numbers.ts'
import { formatPeriod } from '../../shared/format/periods.ts'
import { formatList, readableName } from '../../shared/format/words.ts'
import type { FirstTableFacts } from '../../shared/story/first-facts.ts'
import type { ColumnRole } from '../../shared/story/table.ts'
import { currentTexts } from '../stores/language.ts'

/** In the order in which they are told. */
const roles = ['measure', 'dimension', 'time', 'identifier', 'text'] as const satisfies readonly ColumnRole[]

/** `1,095 rows, 9 columns: 3 amounts, 4 categories, 1 date`. */
export function sizeWords({ rows, columns, roles: counts }: FirstTableFacts): string {
  const texts = currentTexts().firstFacts
  const size = [...(rows === null ? [] : [texts.rows({ rows })]), texts.columns({ columns })].join(', ')
  if (counts === null) return size
  const parts = roles.flatMap((role) => {
    const count = counts[role]
    return count === undefined ? [] : [texts.roles[role]({ count })]
  })
  return parts.length === 0 ? size : `${size}: ${parts.join(', ')}`
}

/** What a row is; null where that is not known. */
export function orderWords({ order }: FirstTableFacts): string | null {
  const texts = currentTexts().firstFacts
  switch (order?.kind) {
    case undefined:
      return null
    case 'series':
      return texts.order.series
    case 'panel':
      return texts.order.panel({ entity: formatList(order?.entity.map(readableName) ?? []) })
    case 'events':
      return texts.order.events
  }
}

/** The columns by name, while nothing else is known of them; null once more is. */
export function namesWords({ roles: counts, columnNames, columns }: FirstTableFacts): string | null {
  const texts = currentTexts().firstFacts
  if (counts !== null || columnNames.length === 0) return null
  const more = columns - columnNames.length
  const names = columnNames.map(readableName).join(', ')
  return more > 0 ? texts.namesAndMore({ names, more }) : texts.names({ names })
}

export interface FactRow {
  readonly column: string
  readonly words: string
  /** Of a measure, for its box plot. */
  readonly measure: FirstTableFacts['measures'][number] | null
}

/** Period, measures and categories of a table, a row each. */
export function factRows({ period, measures, categories }: FirstTableFacts): readonly FactRow[] {
  const texts = currentTexts().firstFacts
  const rows: FactRow[] = []
  if (period !== null) {
    const { column, from, to } = period
    rows.push({ column, words: texts.span({ from: instantWords(from), to: instantWords(to) }), measure: null })
  }
  for (const measure of measures) {
    const form = formOfColumn(measure.format)
    // The ends stand in the data: they are told in full.
    const exact = form.kind === 'number' ? ({ kind: 'value' } as const) : form
    const inShort = { magnitude: 'letters' } as const
    const words = texts.mostly({
      from: formatNumber(measure.q1, form, inShort),
      to: formatNumber(measure.q3, form, inShort),
      least: formatNumber(measure.min, exact, inShort),
      most: formatNumber(measure.max, exact, inShort),
    })
    rows.push({ column: measure.column, words, measure })
  }
  for (const { column, distinct, value, count, n } of categories) {
    rows.push({ column, words: texts.categories({ distinct, value: `“${value}”`, count, n }), measure: null })
  }
  return rows
}

function instantWords(instant: string): string {
  return formatPeriod(instant, /^-?\d{1,4}$/u.test(instant) ? 'year' : 'day')
}
