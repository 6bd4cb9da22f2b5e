/** Holds what a sample decided against every value, and decides again with the values it did not cover. */
import { type Note, note } from '../../../shared/story/note.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { type Database, quoteIdentifier } from '../../runtime/duckdb/database.ts'
import { type ColumnSample, decideColumn, textReading } from './decide.ts'
import { SharedHints } from './decide-columns.ts'
import type { Decision } from './decision.ts'
import { limitExpression, missingExpression, paddedExpression, readExpression } from './expression.ts'
import { withMisfits } from './misfits.ts'
import { neededWeight } from './readable.ts'
import type { ColumnReading } from './reading.ts'
import type { TextRelation } from './text-relation.ts'

/** A second look settles nearly all; what three do not settle is text. */
const maxRounds = 3
const maxMisfits = 2000
/** Aggregates in one query; more columns take several passes. */
const columnsPerQuery = 500

export interface Confirmed {
  readonly decisions: Decision[]
  /** Values of each column that its reading cannot read. */
  readonly unreadable: number[]
  readonly notes: Note[]
}

interface Count {
  readonly present: number
  readonly unreadable: number
  readonly padded: number
  /** Of the unreadable ones, how many tell a limit of what could be measured: `<0.5`. */
  readonly limits: number
}

const none: Count = { present: 0, unreadable: 0, padded: 0, limits: 0 }

export async function confirmDecisions(
  database: Database,
  context: WorkContext,
  relation: TextRelation,
  samples: readonly ColumnSample[],
  first: readonly Decision[],
): Promise<Confirmed> {
  const decisions = [...first]
  const hints = new SharedHints(first)
  const counts: Count[] = relation.columns.map(() => none)
  const notes: Note[] = []
  let open = decisions.flatMap(({ reading }, index) => (reading.kind === 'text' ? [] : [index]))
  for (let round = 0; round < maxRounds && open.length > 0; round += 1) {
    await context.yieldToEventLoop()
    const counted = await countMisfits(database, relation, decisions, open)
    for (const [index, count] of counted) counts[index] = count
    const misfits = await misfitsOf(
      database,
      relation,
      decisions,
      open.filter((index) => hasMisfits(counts[index])),
    )
    const changed: number[] = []
    for (const [index, texts] of misfits) {
      const { present, unreadable, padded } = counts[index] ?? none
      const [sample, decision] = [samples[index], decisions[index]]
      if (sample === undefined || decision === undefined) continue
      const again = decideColumn(
        withMisfits(sample, texts, { present, misfits: unreadable + padded }),
        hints.without(first[index] ?? decision),
      )
      if (JSON.stringify(again.reading) === JSON.stringify(decision.reading)) continue
      decisions[index] = again
      if (again.reading.kind !== 'text') changed.push(index)
      else counts[index] = { ...none, present }
    }
    open = changed
  }
  // Changed in the last round and not looked at since, or below the share after all: text keeps every value.
  for (const [index, decision] of decisions.entries()) {
    const count = counts[index]
    if (decision.reading.kind === 'text' || count === undefined) continue
    if (open.includes(index) || count.present - count.unreadable < neededWeight(count.present - count.limits, [])) {
      decisions[index] = { reading: textReading, notes: [], evidence: {}, ambiguous: null }
      counts[index] = { ...none, present: count.present }
      continue
    }
    const name = relation.columns[index]?.name ?? ''
    if (count.limits > 0) notes.push(note('columns.limits', { name, count: count.limits }))
    if (count.padded > 0) notes.push(note('columns.padded', { name, count: count.padded }))
  }
  return { decisions, unreadable: counts.map(({ unreadable }) => unreadable), notes }
}

/** How a value fits the reading of its column; `padded` ones are read, but lose their leading noughts. */
const fit = { missing: 0, read: 1, padded: 2, unreadable: 3, limit: 4 } as const

function fitExpression(reading: ColumnReading, source: string): string {
  const cases = [
    `WHEN ${missingExpression(reading, source)} THEN ${fit.missing}`,
    `WHEN (${readExpression(reading, source)}) IS NULL THEN ${unreadableFit(reading, source)}`,
  ]
  if (isWhole(reading)) cases.push(`WHEN ${paddedExpression(source)} THEN ${fit.padded}`)
  return `CASE ${cases.join(' ')} ELSE ${fit.read} END`
}

function unreadableFit(reading: ColumnReading, source: string): string {
  if (reading.kind !== 'number') return String(fit.unreadable)
  return `CASE WHEN ${limitExpression(source)} THEN ${fit.limit} ELSE ${fit.unreadable} END`
}

async function countMisfits(
  database: Database,
  relation: TextRelation,
  decisions: readonly Decision[],
  indexes: readonly number[],
): Promise<Map<number, Count>> {
  const counts = new Map<number, Count>()
  for (let start = 0; start < indexes.length; start += columnsPerQuery) {
    const slice = indexes.slice(start, start + columnsPerQuery)
    // What a value is, once; four conditions on the text itself would each be computed anew.
    const fits = slice.map((index) => {
      const { reading } = decisions[index] ?? { reading: textReading }
      return `${fitExpression(reading, sourceOf(relation, index))} AS f${index}`
    })
    const count = (index: number, ...wanted: number[]): string =>
      `count(*) FILTER (WHERE f${index} IN (${wanted.join(', ')}))`
    const aggregates = slice.map(
      (index) =>
        `${count(index, fit.read, fit.padded, fit.unreadable, fit.limit)} AS p${index},
         ${count(index, fit.unreadable, fit.limit)} AS u${index},
         ${count(index, fit.padded)} AS z${index}, ${count(index, fit.limit)} AS l${index}`,
    )
    const row = await database.row<Record<string, number>>(
      `SELECT ${aggregates.join(', ')} FROM (SELECT ${fits.join(', ')} FROM ${relation.from})`,
    )
    for (const index of slice) {
      counts.set(index, {
        present: row[`p${index}`] ?? 0,
        unreadable: row[`u${index}`] ?? 0,
        padded: row[`z${index}`] ?? 0,
        limits: row[`l${index}`] ?? 0,
      })
    }
  }
  return counts
}

function hasMisfits({ unreadable, padded }: Count = none): boolean {
  return unreadable + padded > 0
}

/** The first texts of each column that its reading cannot read or would shorten, all columns in one pass over the source. */
async function misfitsOf(
  database: Database,
  relation: TextRelation,
  decisions: readonly Decision[],
  indexes: readonly number[],
): Promise<Map<number, string[]>> {
  const misfits = new Map<number, string[]>()
  for (let start = 0; start < indexes.length; start += columnsPerQuery) {
    const slice = indexes.slice(start, start + columnsPerQuery)
    const lists = slice.map((index) => {
      const { reading } = decisions[index] ?? { reading: textReading }
      const source = sourceOf(relation, index)
      const isMisfit = `${fitExpression(reading, source)} IN (${fit.unreadable}, ${fit.limit}, ${fit.padded})`
      return `arg_min(${source}, row, ${maxMisfits}) FILTER (WHERE ${isMisfit}) AS m${index}`
    })
    const row = await database.row<Record<string, string[] | null>>(
      `SELECT ${lists.join(', ')} FROM (SELECT row_number() OVER () AS row, * FROM ${relation.from})`,
    )
    for (const index of slice) misfits.set(index, row[`m${index}`] ?? [])
  }
  return misfits
}

function isWhole(reading: ColumnReading): boolean {
  return reading.kind === 'number' && reading.storage === 'BIGINT'
}

function sourceOf(relation: TextRelation, index: number): string {
  return quoteIdentifier(relation.columns[index]?.source ?? '')
}
