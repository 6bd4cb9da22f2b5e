/** How the rows of each category of one column are spread over the categories of another, as a heat map of shares. */
import { capitalise, readableName } from '../../../shared/format/words.ts'
import { categorySql } from '../../analysis/category-sql.ts'
import { allNamed } from '../words/phrase.ts'
import { type ChartRequest, columnOf, type Drawing } from './drawing.ts'
import { base } from './groups.ts'
import { chartWords } from './words/index.ts'

/** With two of one of them, the share of one says that of the other: a dot does. */
const leastCategories = 3
/** More cells than that are no longer read, and their names no longer fit. */
const [mostRows, mostColumns] = [14, 8]

export interface HeatMap {
  /** Its categories are the rows, whose shares add up to one. */
  readonly within: string
  readonly across: string
  /** The cell the claim is about. */
  readonly highlight: { readonly within: string; readonly across: string }
}

/** Null where there are too few categories for a heat map, or too many. */
export async function drawHeatMap(
  { draft, table, source, language }: ChartRequest,
  { within, across, highlight }: HeatMap,
): Promise<Drawing | null> {
  const { dialect } = source
  const [rowColumn, columnColumn] = [columnOf(table, within), columnOf(table, across)]
  if (rowColumn === null || columnColumn === null) return null
  const filled = [within, across].map((name) => `${dialect.identifier(name)} IS NOT NULL`).join(' AND ')
  const sql = `SELECT ${categorySql(dialect, rowColumn)} AS category, ${categorySql(dialect, columnColumn)} AS other, count(*) AS rows FROM ${dialect.identifier(table.name)} WHERE ${filled} GROUP BY 1, 2 ORDER BY 1, 2`
  const found = await source.rows<{ category: string; other: string; rows: number }>(sql)
  const counts = new Map(found.map(({ category, other, rows }) => [JSON.stringify([category, other]), rows]))
  const count = (category: string, other: string): number => counts.get(JSON.stringify([category, other])) ?? 0
  const columns = byRows(found, ({ other }) => other)
  const categories = byRows(found, ({ category }) => category)
  if (columns.length < leastCategories || columns.length > mostColumns) return null
  if (categories.length < leastCategories || categories.length > mostRows) return null
  const place = columns.findIndex(({ name }) => name === highlight.across)
  if (place < 0) return null
  const rows = categories
    .map(({ name, rows }) => [name, ...columns.map((column) => count(name, column.name) / rows), rows] as const)
    .toSorted((left, right) => Number(right[place + 1]) - Number(left[place + 1]))
  const said = chartWords.in(language).heatMap
  const names = allNamed({
    within: readableName(within),
    across: readableName(across),
    base: base(draft.n, table, language),
  })
  const series = columns.map(({ name }, index) => ({
    field: `share_${index + 1}`,
    label: name,
    tone: index === place ? ('accent' as const) : ('quiet' as const),
  }))
  return {
    spec: {
      kind: 'heat',
      subtitle: capitalise(said.subtitle(names).text),
      horizontal: true,
      x: { field: 'category', label: readableName(within), type: 'category', format: null },
      y: { field: `share_${place + 1}`, label: readableName(across), type: 'number', format: 'percent' },
      series,
      highlight: [highlight.within],
    },
    columns: ['category', ...series.map(({ field }) => field), 'rows'],
    rows,
    sql,
    reduced: false,
    categories: within,
    series: across,
    shows: said.shows(names).text,
  }
}

interface Counted {
  readonly name: string
  readonly rows: number
}

/** The most frequent first. */
function byRows<Row extends { readonly rows: number }>(found: readonly Row[], nameOf: (row: Row) => string): Counted[] {
  return [...Map.groupBy(found, nameOf)]
    .map(([name, own]) => ({ name, rows: own.reduce((sum, { rows }) => sum + rows, 0) }))
    .toSorted((left, right) => right.rows - left.rows)
}
