/** Measures that are made of one another: sums, differences, products and quotients, and the same thing twice. */
import { pairs } from './derive/correlation.ts'
import { changeColumns } from './relations/changes.ts'
import { type Relations, relationsOf } from './relations/find-relations.ts'
import { partsByWhole } from './relations/parts.ts'
import { rateIn } from './relations/products.ts'
import type { TableSchema } from './schema.ts'
import { pearsonCoefficient } from './statistics/correlation.ts'

export interface PairSet {
  has(first: string, second: string): boolean
}

interface GrowingPairSet extends PairSet {
  add(first: string, second: string): void
}

function pairSet(): GrowingPairSet {
  const keys = new Set<string>()
  // Asked thousands of times a table; NUL stands in no name of a column.
  const key = (first: string, second: string): string =>
    first < second ? `${first}\u0000${second}` : `${second}\u0000${first}`
  return {
    has: (first, second) => keys.has(key(first, second)),
    add: (first, second) => keys.add(key(first, second)),
  }
}

const rowsLookedAt = 4_000
const mostMeasures = 20
/** Part of the rows that must fit: a few may have been rounded or corrected by hand. */
const nearlyAll = 0.98

const known = new WeakMap<TableSchema, PairSet>()

/** Pairs of measures of which one is computed from the other: part and whole, factor and product, a course and its changes. Found once a schema. */
export function derivedPairs(schema: TableSchema): PairSet {
  const before = known.get(schema)
  if (before !== undefined) return before
  const found = findDerivedPairs(schema)
  known.set(schema, found)
  return found
}

function findDerivedPairs(schema: TableSchema): PairSet {
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
  const relations = relationsOf(schema)
  for (const [first, second] of relatedPairs(relations)) found.add(first, second)
  for (const { dimension, measure } of schema.ranges) found.add(dimension, measure)
  const names = schema.columns.map(({ column }) => column.name)
  for (const { change, of } of changeColumns(schema)) {
    found.add(change, of)
    // What a whole changed by goes with its parts as the whole does.
    for (const other of names) if (other !== change && found.has(of, other)) found.add(change, other)
  }
  // What is a multiple of a sum goes with its parts as the sum does: a tax with what makes up the net.
  for (const relation of relations.exact) {
    if (relation.kind !== 'linear') continue
    const { first, second } = relation
    for (const other of names) {
      if (other !== second && found.has(first, other)) found.add(second, other)
      if (other !== first && found.has(second, other)) found.add(first, other)
    }
  }
  return found
}

/** What exact relations tie together: a whole and its parts, and theirs; a product and its factors; what shares a divisor. */
function relatedPairs({ exact, divisors }: Relations): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = []
  for (const relation of exact) {
    switch (relation.kind) {
      case 'sum':
        if (relation.offset !== 0) for (const part of relation.parts.flat()) found.push([relation.whole, part])
        break
      case 'product':
        found.push([relation.product, relation.first], [relation.product, relation.second])
        // A rate goes with what it is divided by; the factors of an amount may go together for reasons of their own.
        if (rateIn(relation) !== null) found.push([relation.first, relation.second])
        break
      case 'linear':
      case 'close':
        found.push([relation.first, relation.second])
    }
  }
  const wholes = [...partsByWhole(exact)].map(([whole, within]) => ({ whole, within }))
  for (const [index, { whole, within }] of wholes.entries()) {
    for (const part of within) found.push([whole, part])
    // Two sums that have a part in common go together for that alone.
    for (const other of wholes.slice(index + 1)) {
      if (!within.isDisjointFrom(other.within)) found.push([whole, other.whole])
    }
  }
  for (const { quotients, divisor } of divisors) {
    const all = divisor === null ? quotients : [...quotients, divisor]
    for (const [index, first] of all.entries()) for (const second of all.slice(index + 1)) found.push([first, second])
  }
  return found
}

/** From here on the levels of two measures in time are one course: open and close, a series and its adjusted version. */
const leastSameCourse = 0.97

/**
 * Pairs of measures of a series or panel whose levels all but coincide (|r| ≥ .97): what one does over time the other
 * does too. Nothing is said of rows without order, where so close a correlation is news.
 */
export function sameCourse(schema: TableSchema): (readonly [string, string])[] {
  if (schema.order === null || schema.order.kind === 'events') return []
  const measures = schema.measures.slice(0, mostMeasures).flatMap(({ column }) => {
    const values = schema.sample.columns.get(column.name)
    return values === undefined ? [] : [{ name: column.name, values: spread(values) }]
  })
  return measures.flatMap((first, index) =>
    measures.slice(index + 1).flatMap((second) => {
      const { left, right } = pairs(first.values, second.values)
      const r = left.length < 10 ? null : pearsonCoefficient(left, right)
      return r !== null && Math.abs(r) >= leastSameCourse ? [[first.name, second.name] as const] : []
    }),
  )
}

/** Pairs of which one is computed from the other, and those of one course: what the one shows the other shows again. */
export function repeatedPairs(schema: TableSchema): PairSet {
  const derived = derivedPairs(schema)
  const same = pairSet()
  for (const [first, second] of sameCourse(schema)) same.add(first, second)
  return { has: (first, second) => derived.has(first, second) || same.has(first, second) }
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
  const mostMisses = (1 - nearlyAll) * whole.length
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
    // So many misses are too many, whatever the other rows hold: nearly all triples are left after a few rows.
    if (rows - sums > mostMisses && rows - products > mostMisses) return false
  }
  return rows >= 10 && (sums >= nearlyAll * rows || products >= nearlyAll * rows)
}
