/** Whether the rows of a table are events, one series, or a panel of entities over time. */
import type { TableSource } from '../../source/table-source.ts'
import type { ColumnProfile, TableProfile } from '../profile/profile.ts'

/**
 * `series`: one row a point in time. `panel`: one row for each entity and point in time (a share price by symbol and
 * day). `events`: rows that happen when they happen, so that their number a period says something as well.
 */
export type TimeKind = 'series' | 'panel' | 'events'

export interface RowsInTime {
  readonly column: ColumnProfile
  readonly kind: TimeKind
  /** Of a panel: the columns that together name the entity. */
  readonly entity: readonly ColumnProfile[]
}

/** Share of rows with a combination of their own from which a combination is a key. */
const nearlyAll = 0.98
/** Share of entity × time cells that must be filled: random dates beside random groups fill far fewer. */
const leastFilled = 0.5
/** Share of equal distances between neighbouring times from which they are a regular series. */
const leastRegular = 0.5
/** Months and quarters are of a few lengths, and hardly any distance is of another. */
const lengthsOfPeriods = 4
const nearlyRegular = 0.95
const mostCandidates = 8
const rowsTriedFirst = 20_000
const triedNext = 10

export async function rowsInTime(source: TableSource, profile: TableProfile, time: ColumnProfile): Promise<RowsInTime> {
  const { relation, dialect } = profile
  const times = time.column.distinct
  if (times >= nearlyAll * time.filled) {
    return { column: time, kind: (await isRegular(source, relation, time)) ? 'series' : 'events', entity: [] }
  }
  const rowsEach = time.filled / times
  const candidates = profile.columns
    .filter(({ column }) => column !== time.column && column.role !== 'measure' && column.role !== 'time')
    .filter(({ column }) => column.distinct >= 2 && column.distinct <= time.filled / 2)
    .slice(0, mostCandidates)
  const choices = [
    ...candidates.map((column) => [column]),
    ...candidates.flatMap((first, index) => candidates.slice(index + 1).map((second) => [first, second])),
  ].filter((entity) => {
    const most = entity.reduce((product, { column }) => product * column.distinct, 1)
    // As many entities as rows a time, or up to twice as many where half of the cells are empty.
    const limit = (entity.length === 1 ? 1.02 : 2) / leastFilled
    return most >= rowsEach * nearlyAll && most <= limit * rowsEach
  })
  const events: RowsInTime = { column: time, kind: 'events', entity: [] }
  for (const entity of choices) {
    const names = entity.map((column) => column.sql)
    const different = `count(DISTINCT ${dialect.rowHash([...names, time.sql])}) AS keys`
    const counts = (from: string, also = ''): Promise<KeyCounts> =>
      source.row(`SELECT count(*) AS rows, ${different}${also} FROM ${from} WHERE ${time.sql} IS NOT NULL`)
    if (!(await mayBeKey(counts, relation, profile.rows))) continue
    const { keys, entities } = await counts(relation, `, count(DISTINCT ${dialect.rowHash(names)}) AS entities`)
    if (keys >= nearlyAll * time.filled && keys >= leastFilled * entities * times) {
      return { column: time, kind: 'panel', entity }
    }
  }
  return events
}

interface KeyCounts {
  readonly rows: number
  readonly keys: number
  /** 0 where they were not asked for. */
  readonly entities: number
}

/** False where the first rows, or then ten times as many, show already that the combination is no key of all. */
async function mayBeKey(
  counts: (from: string) => Promise<KeyCounts>,
  relation: string,
  rows: number,
): Promise<boolean> {
  for (let tried = rowsTriedFirst; tried < rows; tried *= triedNext) {
    const first = await counts(`(SELECT * FROM ${relation} LIMIT ${tried})`)
    if (first.keys < nearlyAll * first.rows) return false
  }
  return true
}

async function isRegular(source: TableSource, relation: string, time: ColumnProfile): Promise<boolean> {
  if (time.column.role === 'time' && time.column.storage !== 'DATE' && time.column.storage !== 'TIMESTAMP') return true
  const { share, few } = await source.row<{ share: number | null; few: number | null }>(
    `WITH gaps AS (SELECT ${time.sql} - lag(${time.sql}) OVER (ORDER BY ${time.sql}) AS gap FROM ${relation}
       WHERE ${time.sql} IS NOT NULL),
     counted AS (SELECT count(*) AS rows FROM gaps WHERE gap IS NOT NULL GROUP BY gap)
     SELECT ${source.dialect.ratio('max(rows)', 'sum(rows)')} AS share,
       ${source.dialect.ratio(`(SELECT sum(rows) FROM (SELECT rows FROM counted ORDER BY rows DESC LIMIT ${lengthsOfPeriods}) longest)`, 'sum(rows)')} AS few
       FROM counted`,
  )
  return (share ?? 0) >= leastRegular || (few ?? 0) >= nearlyRegular
}
