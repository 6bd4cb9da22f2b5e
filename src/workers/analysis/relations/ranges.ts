/** Categories that are ranges of a measure: an age group of an age, "low" of a weight below 2,500. */
import type { Artefacts } from '../artefacts.ts'
import { type CodedColumn, codedSample, noCode } from '../controls/coded-sample.ts'
import type { Measure, RangesOf, TableSchema } from '../schema.ts'

const leastRows = 40
const rowsPerCategory = 10
const mostCategories = 24
/** Categories of a row or two are apart by chance. */
const leastInCategory = 2
/** Part of the measure's range that may lie between neighbours. Sorts that differ in kind are farther apart. */
const widestGap = 0.03

/** Fills `schema.ranges` from a sample: before anything is compared by a category that its measure defines. */
export async function learnRanges(schema: TableSchema, artefacts: Artefacts): Promise<void> {
  if (schema.rows < leastRows || schema.measures.length === 0 || schema.dimensions.length === 0) return
  const { dimensions, numbers } = await codedSample(schema, artefacts)
  const found = schema.dimensions.flatMap(({ column }) => {
    const coded = dimensions.get(column.name)
    return coded === undefined ? [] : schema.measures.flatMap((measure) => rangesOfPair(coded, measure, numbers))
  })
  schema.ranges.splice(0, schema.ranges.length, ...found)
}

/** Whether the categories of a dimension are ranges of a measure. */
export function isRangeOf({ ranges }: TableSchema, dimension: string, measure: string): boolean {
  return ranges.some((one) => one.dimension === dimension && one.measure === measure)
}

interface Range {
  readonly category: string
  low: number
  high: number
  rows: number
}

function rangesOfPair(
  { profile, labels, codes }: CodedColumn,
  { column, numeric }: Measure,
  numbers: ReadonlyMap<string, Float64Array>,
): RangesOf[] {
  const values = numbers.get(column.name)
  const count = profile.column.distinct
  if (values === undefined || column.name === profile.column.name || labels.length < count) return []
  // A number for each category is its code, not what it was made from.
  if (count > mostCategories || column.distinct <= 2 * count) return []
  const ranges = labels.map((category): Range => ({ category, low: Infinity, high: -Infinity, rows: 0 }))
  let rows = 0
  for (const [row, value] of values.entries()) {
    const range = ranges[codes[row] ?? noCode]
    if (range === undefined || Number.isNaN(value)) continue
    range.low = Math.min(range.low, value)
    range.high = Math.max(range.high, value)
    range.rows++
    rows++
  }
  const ordered = ranges.toSorted((left, right) => left.low - right.low)
  const enough = rows >= Math.max(leastRows, rowsPerCategory * count)
  const gap = Math.max(widestGap * (numeric.max - numeric.min), numeric.integers ? 2 : 0)
  const isCut = ordered.every((range, index) => {
    const before = ordered[index - 1]
    if (range.rows < leastInCategory) return false
    return before === undefined || (before.high < range.low && range.low - before.high <= gap)
  })
  if (!enough || !isCut) return []
  const categories = ordered.map(({ category }) => category)
  return [{ dimension: profile.column.name, measure: column.name, categories }]
}
