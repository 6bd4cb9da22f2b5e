/** Bars of how often a category occurs in each group of a dimension, against all rows. */
import { readableName } from '../../../shared/format/words.ts'
import { categorySql } from '../../analysis/category-sql.ts'
import { wilsonInterval } from '../../analysis/statistics/wilson-interval.ts'
import { allNamed } from '../words/phrase.ts'
import { type ChartRequest, columnOf, type Drawing } from './drawing.ts'
import { groupDots } from './group-dots.ts'
import { type Group, intervalsShown } from './groups.ts'
import { chartWords } from './words/index.ts'

export interface Rates {
  readonly dimension: string
  readonly outcome: string
  /** The value of the outcome that is counted. */
  readonly value: string
  /** `share of rows with eye “blue”`. */
  readonly subject: string
  /** The group the claim is about. */
  readonly highlight: string
  readonly overall: number | null
}

export async function drawRates(
  request: ChartRequest,
  { dimension, outcome, value, subject, highlight, overall }: Rates,
): Promise<Drawing | null> {
  const { table, source, language } = request
  const { dialect } = source
  const [groupColumn, outcomeColumn] = [columnOf(table, dimension), columnOf(table, outcome)]
  if (groupColumn === null || outcomeColumn === null) return null
  const [group, other] = [dialect.identifier(dimension), dialect.identifier(outcome)]
  const hits = dialect.countIf(`${categorySql(dialect, outcomeColumn)} = ${dialect.text(value)}`)
  const sql = `SELECT ${categorySql(dialect, groupColumn)} AS category, count(*) AS rows, ${hits} AS hits FROM ${dialect.identifier(table.name)} WHERE ${group} IS NOT NULL AND ${other} IS NOT NULL GROUP BY ${group} ORDER BY ${dialect.ratio(hits, 'count(*)')} DESC, category`
  const found = await source.rows<{ category: string; rows: number; hits: number }>(sql)
  if (found.length < 2) return null
  const groups = found.map(({ category, rows, hits }): Group => {
    const share = hits / rows
    // Wilson's score interval is honest near none and all, and for few rows.
    const { low, high } = wilsonInterval({ successes: hits, n: rows }) ?? { low: share, high: share }
    return { category, rows, value: share, low, high }
  })
  return groupDots(request, {
    groups,
    dimension,
    highlight,
    field: 'share',
    subject,
    format: 'percent',
    overall,
    sql,
    shows: chartWords
      .in(language)
      .rates(allNamed({ subject, dimension: readableName(dimension), intervals: intervalsShown(table, language) }))
      .text,
  })
}
