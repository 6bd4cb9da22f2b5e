/** Bars of what each category holds of the whole, longest first, the tail folded into one. */

import { isGrain, namingOfColumn } from '../../../shared/format/periods.ts'
import { capitalise, readableName } from '../../../shared/format/words.ts'
import type { Scalar } from '../../../shared/story/insight.ts'
import { spokenName } from '../../../shared/story/spoken-name.ts'
import type { TextsTag } from '../../../shared/texts/texts.ts'
import { categorySql } from '../../analysis/category-sql.ts'
import { periodPhrase } from '../words/periods.ts'
import { allNamed, named, nothing } from '../words/phrase.ts'
import {
  type ChartRequest,
  columnOf,
  type DrawInsight,
  type Drawing,
  detailText,
  evidenceValue,
  written,
} from './drawing.ts'
import { base, numberOfRows, totalOf } from './groups.ts'
import { chartWords } from './words/index.ts'

const mostBars = 12

export const drawShare: DrawInsight = (request) => drawShareOf(request, detailText(request.draft, 'best'))

/** With `best` in the accent colour and what it holds written beside it; null singles none out. */
export async function drawShareOf(
  { draft, table, source, language }: ChartRequest,
  best: string | null,
): Promise<Drawing | null> {
  const { dialect } = source
  const dimension = detailText(draft, 'dimension')
  const measure = draft.details.measure
  const counted = measure === null || measure === undefined
  const column = dialect.identifier(dimension)
  const own = columnOf(table, dimension)
  if (own === null) return null
  const amount = counted ? 'count(*)' : `sum(${dialect.identifier(String(measure))})`
  const filled = counted
    ? `${column} IS NOT NULL`
    : `${column} IS NOT NULL AND ${dialect.identifier(String(measure))} IS NOT NULL`
  // What is there at a moment is drawn of that moment, as the statement counted it.
  const { period, grain } = draft.details
  const [ofPeriod] = typeof period === 'string' ? draft.evidence.sql : []
  const ofAll = `SELECT ${categorySql(dialect, own)} AS category, ${amount} AS value FROM ${dialect.identifier(table.name)} WHERE ${filled} GROUP BY ${column} ORDER BY value DESC, category`
  const sql =
    ofPeriod === undefined ? ofAll : `SELECT category, amount AS value FROM (${ofPeriod}) ORDER BY value DESC, category`
  const all = await source.rows<{ category: string; value: number }>(sql)
  if (all.length < 2) return null
  const said = chartWords.in(language).share
  const moment =
    typeof period === 'string' && isGrain(grain)
      ? said.moment({
          period: periodPhrase(period, grain, namingOfColumn(columnOf(table, draft.details.time)?.format), language),
        })
      : nothing
  const subject = counted
    ? numberOfRows(table, language)
    : totalOf(spokenName(String(measure), table.columns), language)
  const about = allNamed({
    dimension: readableName(dimension),
    base: base(draft.n, table, language),
  })
  const share = evidenceValue(draft, 'share')
  const bar = all.find(({ category }) => category === best)
  const text =
    share === null || bar === undefined
      ? null
      : said.ofTheWhole({ share: named(written(share, { kind: 'percent' }, language)) }).text
  return {
    spec: {
      kind: 'bar',
      subtitle: said.subtitle({ ...about, subject: named(capitalise(subject)), moment }).text,
      horizontal: true,
      x: { field: 'category', label: readableName(dimension), type: 'category', format: null },
      y: {
        field: 'value',
        label: capitalise(subject),
        type: 'number',
        format: counted ? 'count' : (columnOf(table, measure)?.format ?? null),
      },
      highlight: best === null ? [] : [best],
      ...(text === null || bar === undefined ? {} : { annotation: { x: bar.category, y: bar.value, text } }),
    },
    columns: ['category', 'value'],
    rows: folded(all, language),
    sql,
    reduced: all.length > mostBars + 1,
    categories: dimension,
    ranked: said.longestFirst.text,
    shows: said.shows({ ...about, subject: named(subject) }).text,
  }
}

/** The longest bars, and the rest as one. A single category is never hidden behind "All others (1)". */
function folded(
  all: readonly { readonly category: string; readonly value: number }[],
  language: TextsTag,
): readonly (readonly Scalar[])[] {
  if (all.length <= mostBars + 1) return all.map(({ category, value }) => [category, value])
  const rest = all.slice(mostBars)
  return [
    ...all.slice(0, mostBars).map(({ category, value }) => [category, value]),
    [
      chartWords.in(language).share.others({ count: named(String(rest.length)) }).text,
      rest.reduce((sum, { value }) => sum + value, 0),
    ],
  ]
}
