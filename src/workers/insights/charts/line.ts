/** Lines over time: the series, and what is fitted to it. */
import { formOfColumn } from '../../../shared/format/numbers.ts'
import { grainOfAxis, namingOfAxis } from '../../../shared/story/drawing/axes.ts'
import { shortPeriodPhrase } from '../words/periods.ts'
import { allNamed } from '../words/phrase.ts'
import { type Drawing, written } from './drawing.ts'
import type { ChartSeries } from './series.ts'
import { chartWords } from './words/index.ts'

export function write(series: ChartSeries, value: number | null): string {
  return written(value, formOfColumn(series.y.format), series.language)
}

export function line(series: ChartSeries, more: Partial<Drawing['spec']>, shows: string): Drawing {
  return {
    spec: { kind: 'line', subtitle: series.subtitle, x: series.x, y: series.y, ...more },
    columns: ['period', 'value'],
    rows: series.points.map(({ period, value }) => [period, value]),
    sql: series.sql,
    reduced: false,
    shows,
  }
}

/** The same with a second column that is drawn over the marks. */
export function withOverlay(
  drawing: Drawing,
  field: string,
  label: string,
  values: readonly (number | null)[],
): Drawing {
  return {
    ...drawing,
    spec: { ...drawing.spec, overlay: { field, label } },
    columns: [...drawing.columns, field],
    rows: drawing.rows.map((row, index) => [...row, values[index] ?? null]),
  }
}

export function periodText(series: ChartSeries, iso: string): string {
  return shortPeriodPhrase(iso, grainOfAxis(series.x), namingOfAxis(series.x), series.language).text
}

/** The series with a period marked. */
export function markedIn(series: ChartSeries, iso: string): string {
  const given = allNamed({ subject: series.subject, period: periodText(series, iso) })
  return chartWords.in(series.language).series.marked(given).text
}

/** `41,200 in Dec 2021`, beside the point. */
export function valueAt(series: ChartSeries, value: number, iso: string): string {
  const given = allNamed({ value: write(series, value), period: periodText(series, iso) })
  return chartWords.in(series.language).series.at(given).text
}

/** `41,200, expected 38,000`, likewise. */
export function besideExpected(series: ChartSeries, value: number, expected: number | null): string {
  const given = allNamed({ value: write(series, value), expected: write(series, expected) })
  return chartWords.in(series.language).series.expected(given).text
}
