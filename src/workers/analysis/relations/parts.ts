/** Which columns are parts of which, over all that add up. */

import type { TableSchema } from '../schema.ts'
import { mean } from '../statistics/mean.ts'
import { relationsOf } from './find-relations.ts'
import type { Relation } from './relation.ts'

/** The parts of each column that is a sum, with theirs. */
export function partsByWhole(relations: readonly Relation[]): ReadonlyMap<string, ReadonlySet<string>> {
  const parts = new Map<string, ReadonlySet<string>>()
  for (const relation of relations) {
    // What a constant is added to is no part: an age is not made up of years at school.
    if (relation.kind === 'sum' && relation.offset === 0) parts.set(relation.whole, new Set(relation.parts.flat()))
  }
  return new Map([...parts.keys()].map((whole) => [whole, allPartsOf(whole, parts)]))
}

function allPartsOf(whole: string, parts: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const within = new Set<string>()
  const waiting = [whole]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const part of parts.get(next) ?? []) {
      if (within.has(part) || part === whole) continue
      within.add(part)
      waiting.push(part)
    }
  }
  return within
}

const known = new WeakMap<TableSchema, ReadonlyMap<string, number>>()

/** How large a measure is of the largest sum it is a part of, on average over the sample: 1 where it is part of none. */
export function shareOfWhole(schema: TableSchema, measure: string): number {
  const shares = known.get(schema) ?? sharesOfWholes(schema)
  known.set(schema, shares)
  return shares.get(measure) ?? 1
}

function sharesOfWholes(schema: TableSchema): ReadonlyMap<string, number> {
  const sizeOf = (name: string): number =>
    Math.abs(mean(Array.from(schema.sample.columns.get(name) ?? []).filter((value) => !Number.isNaN(value))) ?? 0)
  const shares = new Map<string, number>()
  for (const [whole, parts] of partsByWhole(relationsOf(schema).exact)) {
    const size = sizeOf(whole)
    if (!(size > 0)) continue
    for (const part of parts) shares.set(part, Math.min(shares.get(part) ?? 1, sizeOf(part) / size))
  }
  return shares
}
