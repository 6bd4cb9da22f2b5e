/** Several things followed over the same periods in one picture: what the claim is about stands out, all else is quiet. */
import type { ChartSpec, Tone } from '../../../shared/story/chart.ts'
import type { Scalar } from '../../../shared/story/insight.ts'

export interface OneSeries {
  readonly label: string
  readonly tone: Tone
  /** By period (ISO start). */
  readonly values: ReadonlyMap<string, number>
}

/** More lines than this are a tangle, whatever their colour. */
export const mostSeries = 80

/** Columns of the data that are not series. */
const period = 'period'

/**
 * Rows by period with a column for each series, and what the specification says of them. The first in tone `accent` is
 * the one that is drawn where only one can be. Null for less than two periods, or without any such series.
 */
export function manySeries(all: readonly OneSeries[]): {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Scalar[])[]
  readonly field: string
  readonly series: NonNullable<ChartSpec['series']>
} | null {
  const periods = [...new Set(all.flatMap(({ values }) => [...values.keys()]))].sort()
  const own = all.findIndex(({ tone }) => tone === 'accent')
  if (periods.length < 2 || own < 0 || all.length > mostSeries) return null
  const fields = fieldsOf(all.map(({ label }) => label))
  return {
    columns: [period, ...fields],
    rows: periods.map((at) => [at, ...all.map(({ values }) => values.get(at) ?? null)]),
    field: fields[own] ?? '',
    series: all.map(({ label, tone }, index) => ({ field: fields[index] ?? label, label, tone })),
  }
}

/** A name for each column: the label itself, numbered where it is taken. */
function fieldsOf(labels: readonly string[]): readonly string[] {
  const taken = new Set([period])
  return labels.map((label) => {
    let field = label
    for (let number = 2; taken.has(field); number++) field = `${label} ${number}`
    taken.add(field)
    return field
  })
}
