/** What is known of a source's tables before their story is told, as a line a table. */
import { formatNumber, formOfColumn } from '../shared/format/numbers.ts'
import { formatPeriod } from '../shared/format/periods.ts'
import { readableName } from '../shared/format/words.ts'
import type { FirstFacts, FirstTableFacts } from '../shared/story/first-facts.ts'
import { terminalTexts } from './language.ts'

const mostMeasures = 2

/** Empty while nothing but the size is known. */
export function factsLines({ tables, moreTables }: FirstFacts): string[] {
  const lookedAt = tables.filter(({ roles }) => roles !== null)
  if (lookedAt.length < tables.length) return []
  const { named } = terminalTexts().terminal.progress.facts
  const isOneOfSeveral = tables.length + moreTables > 1
  return lookedAt.map((table) =>
    isOneOfSeveral ? named({ name: table.name, facts: factsLine(table) }) : factsLine(table),
  )
}

/** `1,095 rows, 9 columns; date from 1 January 2022 to 31 December 2024; revenue mostly €131 to €302 (€0 to €8,913.40)`. */
function factsLine({ rows, columns, period, measures }: FirstTableFacts): string {
  const { facts: texts } = terminalTexts().terminal.progress
  const size = [...(rows === null ? [] : [texts.rows({ rows })]), texts.columns({ columns })].join(', ')
  const time =
    period === null
      ? []
      : [texts.span({ column: readableName(period.column), from: day(period.from), to: day(period.to) })]
  const amounts = measures.slice(0, mostMeasures).map(({ column, format, q1, q3, min, max }) => {
    const form = formOfColumn(format)
    const exact = form.kind === 'number' ? ({ kind: 'value' } as const) : form
    return texts.amounts({
      column: readableName(column),
      low: formatNumber(q1, form),
      high: formatNumber(q3, form),
      least: formatNumber(min, exact),
      most: formatNumber(max, exact),
    })
  })
  return [size, ...time, ...amounts].join('; ')
}

function day(instant: string): string {
  return formatPeriod(instant, /^-?\d{1,4}$/.test(instant) ? 'year' : 'day')
}
