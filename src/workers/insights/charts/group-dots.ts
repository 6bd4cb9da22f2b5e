/** A value of each group of a dimension as a dot with its interval, against that of all rows. */
import { formOfColumn } from '../../../shared/format/numbers.ts'
import { capitalise, readableName } from '../../../shared/format/words.ts'
import { allNamed } from '../words/phrase.ts'
import type { ChartRequest, Drawing } from './drawing.ts'
import { base, type Group, intervalIn, largest, ofAll, rowOf, shownOf } from './groups.ts'
import { chartWords } from './words/index.ts'

export interface GroupDots {
  /** The highest first. */
  readonly groups: readonly Group[]
  readonly dimension: string
  /** The group the claim is about, and others that are shown however few rows they have. */
  readonly highlight: string
  readonly always?: readonly string[]
  /** What the value is called as a column, and as a noun: `average price`. */
  readonly field: string
  readonly subject: string
  readonly format: string | null
  /** The value of all rows. */
  readonly overall: number | null
  readonly sql: string
  readonly shows: string
}

export function groupDots(
  { draft, table, language }: ChartRequest,
  { groups, dimension, highlight, always = [], field, subject, format, overall, sql, shows }: GroupDots,
): Drawing {
  const said = chartWords.in(language)
  const shown = largest(groups, [highlight, ...always])
  return {
    spec: {
      kind: 'bar',
      subtitle: said.by(
        allNamed({
          subject: capitalise(subject),
          dimension: readableName(dimension),
          shown: shownOf(shown, groups, language),
          base: base(draft.n, table, language),
        }),
      ).text,
      horizontal: true,
      mark: 'dot',
      x: { field: 'category', label: readableName(dimension), type: 'category', format: null },
      y: { field, label: capitalise(subject), type: 'number', format },
      interval: intervalIn(language),
      highlight: [highlight],
      ...ofAll(overall, formOfColumn(format), language),
    },
    columns: ['category', field, 'low', 'high', 'rows'],
    rows: shown.map(rowOf),
    sql,
    reduced: shown.length < groups.length,
    categories: dimension,
    ranked: said.highestFirst.text,
    shows,
  }
}
