/** How the values of a measure lie: bins of a round width. */

import { capitalise, readableName } from '../../../shared/format/words.ts'
import type { Scalar } from '../../../shared/story/insight.ts'
import { spokenName } from '../../../shared/story/spoken-name.ts'
import { allNamed, named } from '../words/phrase.ts'
import { type ChartRequest, columnOf, type Drawing, detailText } from './drawing.ts'
import { base, rowsCalled } from './groups.ts'
import { chartWords } from './words/index.ts'

const bins = 40

export interface Bin {
  readonly from: number
  readonly to: number
  readonly rows: number
}

export interface Histogram {
  readonly bins: readonly Bin[]
  readonly drawing: Drawing
  /** How its values are written. */
  readonly format: string | null
}

/** The bar that `value` lies in singled out, with `text` at the value; as it is where no bar holds it. */
export function withValueMarked({ bins: all, drawing }: Histogram, value: number, text: string): Drawing {
  const at = all.find(({ from, to }) => from <= value && value < to)
  if (at === undefined) return drawing
  return {
    ...drawing,
    spec: { ...drawing.spec, highlight: [at.from], annotation: { x: value, y: at.rows, text } },
  }
}

export async function histogramOf({ draft, table, source, language }: ChartRequest): Promise<Histogram | null> {
  const { dialect } = source
  const measure = detailText(draft, 'measure')
  const column = columnOf(table, measure)
  const name = dialect.identifier(measure)
  const value = dialect.double(name)
  // What stands for “missing” is no value to be drawn.
  const coded = column?.missingCode === undefined ? '' : ` AND ${name} <> ${column.missingCode}`
  const filled = `FROM ${dialect.identifier(table.name)} WHERE ${name} IS NOT NULL AND ${dialect.isFinite(value)}${coded}`
  const { low, high } = await source.row<{ low: number | null; high: number | null }>(
    `SELECT min(${value}) AS low, max(${value}) AS high ${filled}`,
  )
  if (low === null || high === null || !(high > low)) return null
  const width = roundWidth((high - low) / bins, column?.type === 'integer')
  const origin = Math.floor(low / width) * width
  // The least value may lie a rounding below the first edge, and belongs to the first bin all the same.
  const place = `greatest(0, floor((${value} - (${origin})) / ${width}))`
  const sql = `SELECT CAST(${place} AS BIGINT) AS bin, count(*) AS rows ${filled} GROUP BY bin ORDER BY bin`
  const counts = await source.rows<{ bin: number; rows: number }>(sql)
  const found = fill(counts, origin, width)
  const label = spokenName(measure, table.columns)
  const total = found.reduce((sum, bin) => sum + bin.rows, 0)
  const format = column?.format ?? null
  const said = chartWords.in(language).histogram
  const rows = rowsCalled(table, language)
  return {
    bins: found,
    format,
    drawing: {
      spec: {
        kind: 'histogram',
        subtitle: said.subtitle(allNamed({ rows, measure: label, base: base(total, table, language) })).text,
        x: { field: 'from', label: capitalise(readableName(measure)), type: 'number', format },
        y: { field: 'rows', label: capitalise(rows), type: 'number', format: 'count' },
      },
      columns: ['from', 'to', 'rows'],
      rows: found.map((bin): readonly Scalar[] => [bin.from, bin.to, bin.rows]),
      sql,
      reduced: true,
      shows: said.shows({ measure: named(label) }).text,
    },
  }
}

/** The next of 1, 2, 2.5, 5 × 10ᵏ; whole for whole numbers. */
function roundWidth(width: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(width))
  const step = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= width) ?? 10
  return whole ? Math.max(1, Math.ceil(step * power)) : step * power
}

/** Empty bins are bins too: without them a far value would seem near. */
function fill(counts: readonly { bin: number; rows: number }[], origin: number, width: number): readonly Bin[] {
  const byBin = new Map(counts.map(({ bin, rows }) => [bin, rows]))
  const last = counts.at(-1)?.bin ?? 0
  return Array.from({ length: last + 1 }, (_, bin) => ({
    from: tidy(origin + bin * width),
    to: tidy(origin + (bin + 1) * width),
    rows: byBin.get(bin) ?? 0,
  }))
}

/** Edges without the dust of binary fractions. */
function tidy(edge: number): number {
  return Number(edge.toPrecision(12))
}
