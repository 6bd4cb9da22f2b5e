/** Horizontal bars of one number a group, in the order given: what pictures of spreads, gaps, changes and weights share. */
import { capitalise } from '../../../shared/format/words.ts'
import type { Scalar } from '../../../shared/story/insight.ts'
import type { ProfiledTable } from '../../../shared/story/table.ts'
import type { TextsTag } from '../../../shared/texts/texts.ts'
import { allNamed, nothing } from '../words/phrase.ts'
import type { Drawing } from './drawing.ts'
import { base, intervalName } from './groups.ts'
import { chartWords } from './words/index.ts'

export interface Bar {
  readonly category: string
  readonly value: number
  /** Ends of its 95 % interval, where it has one. */
  readonly low?: number
  readonly high?: number
}

export interface Bars {
  readonly bars: readonly Bar[]
  /** What the length of a bar is: `standard deviation of yield`. */
  readonly subject: string
  /** What the bars are told apart by: `site`. */
  readonly by: string
  /** What the axis of the bars is called. */
  readonly category: string
  /** The column whose categories they are; absent where they are none of one. */
  readonly categories?: string
  readonly format: string | null
  readonly highlight: readonly string[]
  readonly reference?: { readonly y: number; readonly label: string }
  readonly sql: string
  readonly table: Pick<ProfiledTable, 'rowNoun'>
  /** Rows that all bars rest on. */
  readonly rows: number
  readonly language: TextsTag
}

/** More are not read. */
export const mostBars = 15

/** Null for less than two bars: there is nothing to compare. */
export function drawBars({
  bars,
  subject,
  by,
  category,
  categories,
  format,
  highlight,
  reference,
  sql,
  table,
  rows,
  language,
}: Bars): Drawing | null {
  if (bars.length < 2) return null
  const shown = bars.slice(0, mostBars)
  const withInterval = shown.every(({ low, high }) => low !== undefined && high !== undefined)
  const said = chartWords.in(language)
  return {
    spec: {
      kind: 'bar',
      subtitle: said.by({
        ...allNamed({ subject: capitalise(subject), dimension: by, base: base(rows, table, language) }),
        shown: nothing,
      }).text,
      horizontal: true,
      x: { field: 'category', label: capitalise(category), type: 'category', format: null },
      y: { field: 'value', label: capitalise(subject), type: 'number', format },
      highlight: [...highlight],
      ...(withInterval ? { interval: { low: 'low', high: 'high', label: intervalName(language) } } : {}),
      ...(reference === undefined ? {} : { reference }),
    },
    columns: ['category', 'value', ...(withInterval ? ['low', 'high'] : [])],
    rows: shown.map(({ category: name, value, low, high }): readonly Scalar[] => [
      name,
      value,
      ...(withInterval ? [low ?? value, high ?? value] : []),
    ]),
    sql,
    reduced: shown.length < bars.length,
    ...(categories === undefined ? {} : { categories }),
    shows: said.bars(allNamed({ subject, dimension: by })).text,
  }
}
