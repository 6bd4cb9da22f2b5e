/** Measures that are made of one another: sums, differences, products and quotients, and the same thing twice. */
import type { TableSchema } from './schema.ts'

export interface PairSet {
  has(first: string, second: string): boolean
  add(first: string, second: string): void
}

function pairSet(): PairSet {
  const keys = new Set<string>()
  const key = (first: string, second: string): string => JSON.stringify([first, second].sort())
  return {
    has: (first, second) => keys.has(key(first, second)),
    add: (first, second) => keys.add(key(first, second)),
  }
}

const rowsLookedAt = 4_000
const mostMeasures = 20
/** Part of the rows that must fit: a few may have been rounded or corrected by hand. */
const nearlyAll = 0.98

/** Pairs of measures of which one is computed from the other: part and whole, factor and product. */
export function derivedPairs(schema: TableSchema): PairSet {
  const found = pairSet()
  const measures = schema.measures.slice(0, mostMeasures).flatMap(({ column, additivity }) => {
    const values = schema.sample.columns.get(column.name)
    return values === undefined ? [] : [{ name: column.name, additivity, values: spread(values) }]
  })
  for (const whole of measures) {
    for (const part of measures) {
      const added = whole.additivity !== 'none' && part.additivity !== 'none'
      if (part !== whole && added && isPartOf(part.values, whole.values)) found.add(part.name, whole.name)
    }
  }
  for (const whole of measures) {
    for (const [index, first] of measures.entries()) {
      if (first === whole) continue
      for (const second of measures.slice(index + 1)) {
        if (second === whole || (found.has(whole.name, first.name) && found.has(whole.name, second.name))) continue
        if (!isMadeOf(whole.values, first.values, second.values)) continue
        found.add(whole.name, first.name)
        found.add(whole.name, second.name)
      }
    }
  }
  return found
}

/** Values at evenly spread rows: the same rows for every column. */
function spread(values: Float64Array): Float64Array {
  const count = Math.min(rowsLookedAt, values.length)
  return Float64Array.from({ length: count }, (_, index) => values[Math.floor((index * values.length) / count)] ?? 0)
}

/** Never more than the whole, and at times all of it: domestic sales and sales world-wide. */
function isPartOf(part: Float64Array, whole: Float64Array): boolean {
  let rows = 0
  let within = 0
  let all = 0
  for (let index = 0; index < whole.length; index++) {
    const w = whole[index] ?? Number.NaN
    const p = part[index] ?? Number.NaN
    if (Number.isNaN(w) || Number.isNaN(p) || w === 0) continue
    rows++
    if (p <= w) within++
    if (p === w) all++
  }
  return rows >= 30 && within >= nearlyAll * rows && all >= 0.01 * rows
}

/** Whether whole = first + second or whole = first · second (and so first = whole − second, whole / second). */
function isMadeOf(whole: Float64Array, first: Float64Array, second: Float64Array): boolean {
  let rows = 0
  let sums = 0
  let products = 0
  for (let index = 0; index < whole.length; index++) {
    const w = whole[index] ?? Number.NaN
    const a = first[index] ?? Number.NaN
    const b = second[index] ?? Number.NaN
    if (Number.isNaN(w) || Number.isNaN(a) || Number.isNaN(b)) continue
    // Rows in which a part is nothing fit anything.
    if (a === 0 || b === 0) continue
    rows++
    if (Math.abs(w - (a + b)) <= 1e-3 * Math.abs(w) + 1e-12) sums++
    if (Math.abs(w - a * b) <= 1e-2 * Math.abs(w)) products++
  }
  return rows >= 10 && (sums >= nearlyAll * rows || products >= nearlyAll * rows)
}
