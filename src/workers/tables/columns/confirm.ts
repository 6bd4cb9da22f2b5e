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
      open.filter((index) => isMisfit(counts[index])),
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

async function countMisfits(
  database: Database,
  relation: TextRelation,
  decisions: readonly Decision[],
  indexes: readonly number[],
): Promise<Map<number, Count>> {
  const counts = new Map<number, Count>()
  for (let start = 0; start < indexes.length; start += columnsPerQuery) {
    const slice = indexes.slice(start, start + columnsPerQuery)
    const aggregates = slice.map((index) => {
      const { reading } = decisions[index] ?? { reading: textReading }
      const source = sourceOf(relation, index)
      const present = `NOT ${missingExpression(reading, source)}`
      const unreadable = `${present} AND (${readExpression(reading, source)}) IS NULL`
      const padded = isWhole(reading) ? `${present} AND ${paddedExpression(source)}` : 'false'
      const limits = reading.kind === 'number' ? `${unreadable} AND ${limitExpression(source)}` : 'false'
      return `count(*) FILTER (WHERE ${present}) AS p${index}, count(*) FILTER (WHERE ${unreadable}) AS u${index},
              count(*) FILTER (WHERE ${padded}) AS z${index}, count(*) FILTER (WHERE ${limits}) AS l${index}`
    })
    const row = await database.row<Record<string, number>>(`SELECT ${aggregates.join(', ')} FROM ${relation.from}`)
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

function isMisfit({ unreadable, padded }: Count = none): boolean {
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
      const padded = isWhole(reading) ? ` OR ${paddedExpression(source)}` : ''
      const isOne = `NOT ${missingExpression(reading, source)} AND ((${readExpression(reading, source)}) IS NULL${padded})`
      return `arg_min(${source}, row, ${maxMisfits}) FILTER (WHERE ${isOne}) AS m${index}`
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
