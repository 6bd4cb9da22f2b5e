/**
 * Repeated keys: columns that name who or what a row is about (customer, patient, sensor), each with several rows. Rows of
 * one customer resemble each other, so that what is fixed by the customer must not be tested as if every row were a
 * customer of its own.
 */
import type { Artefacts } from './artefacts.ts'
import { placeSql } from './category-sql.ts'
import { codesOf, codesOfPlaces } from './derive/codes.ts'
import { calendarWords, has, identifierWords, keyWords, nameWords } from './profile/name-words.ts'
import type { ColumnProfile } from './profile/profile.ts'
import type { TableSchema } from './schema.ts'
import { intraclassCorrelation } from './statistics/intraclass-correlation.ts'

export interface RepeatedKey {
  readonly profile: ColumnProfile
  /** Names of the dimensions that have one value for each key. */
  readonly fixes: ReadonlySet<string>
}

/** Fewer are groups to compare, not a sample of keys. */
const fewestKeys = 8
/** So many unlike values name things, whatever the column is called. */
const manyKeys = 25
const leastRowsEach = 2
/** Keys looked at, those of fewest values first. Bounds the work. */
const mostKeys = 4
/** Part of the keys that must have one value: a few may have moved. */
const nearlyAll = 0.98
/** Rows that are looked at first: a key that has two values in a few rows has them in all. */
const rowsTriedFirst = 2_000

/** What was declared, else chosen from roles, counts and names alone. */
export function keyCandidates({ columns, declared }: TableSchema): ColumnProfile[] {
  // Nothing is inferred of a whole population, whatever its rows have in common.
  if (declared.population || declared.independent) return []
  if (declared.unit !== null) return [declared.unit]
  return columns
    .filter((profile) => isKey(profile))
    .toSorted((left, right) => left.column.distinct - right.column.distinct)
    .slice(0, mostKeys)
}

function isKey({ column, filled }: ColumnProfile): boolean {
  const { name, role, storage, distinct, stats } = column
  if (storage !== 'VARCHAR' && storage !== 'BIGINT') return false
  if (role === 'time' || distinct < fewestKeys || filled < leastRowsEach * distinct) return false
  const words = nameWords(name)
  const named = has(words, keyWords) || has(words, identifierWords)
  // Numbers under any other name, and parts of a calendar, are not who a row is about.
  if (storage === 'BIGINT' || has(words, calendarWords)) return named
  return named || distinct >= manyKeys || areCodes((stats.top ?? []).map(({ value }) => value))
}

/** `K008`, `P12`, `sensor-3`: a letter or a word, and a number. */
function areCodes(values: readonly string[]): boolean {
  return values.length > 0 && values.every((value) => /^\p{L}{1,8}[-_ #]?\d{1,8}$/u.test(value.trim()))
}

/** The keys of a table with what they fix; one pass a key. */
export function repeatedKeys(schema: TableSchema, artefacts: Artefacts): Promise<RepeatedKey[]> {
  return artefacts.once('repeated keys', async () => {
    const found: RepeatedKey[] = []
    for (const profile of keyCandidates(schema)) {
      const others = schema.dimensions.filter(({ column }) => column.distinct < profile.column.distinct)
      const open = await notRuledOut(schema, artefacts, profile, others)
      const { keys, unfixed } = await keysUnfixed(schema, artefacts, profile, open, schema.relation)
      const fixed = open.filter((_, index) => (keys - (unfixed[index] ?? 0)) / keys >= nearlyAll)
      found.push({ profile, fixes: new Set(fixed.map(({ column }) => column.name)) })
    }
    return found
  })
}

/** Without those of which a few rows show already that more keys have two values than may. */
async function notRuledOut(
  schema: TableSchema,
  artefacts: Artefacts,
  key: ColumnProfile,
  others: readonly ColumnProfile[],
): Promise<readonly ColumnProfile[]> {
  if (schema.rows <= rowsTriedFirst) return others
  const first = `(SELECT * FROM ${schema.relation} LIMIT ${rowsTriedFirst})`
  const { unfixed } = await keysUnfixed(schema, artefacts, key, others, first)
  // One more than there are values, should what is no number be a key of its own.
  const most = (1 - nearlyAll) * (key.column.distinct + 1)
  return others.filter((_, index) => (unfixed[index] ?? 0) <= most)
}

/** The keys in these rows, and of each of `others`, how many of them have more than one value in it. */
async function keysUnfixed(
  { dialect }: TableSchema,
  artefacts: Artefacts,
  key: ColumnProfile,
  others: readonly ColumnProfile[],
  from: string,
): Promise<{ readonly keys: number; readonly unfixed: readonly number[] }> {
  if (others.length === 0) return { keys: 0, unfixed: [] }
  const list = others.map((other, index) => {
    // Engines differ on whether yes and no have an order.
    const value = other.column.storage === 'BOOLEAN' ? other.text : other.sql
    return `min(${value}) IS DISTINCT FROM max(${value}) AS d${index}`
  })
  const counts = others.map((_, index) => `${dialect.countIf(`d${index}`)} AS u${index}`)
  const row = await artefacts.source.row<Record<string, number>>(
    `SELECT count(*) AS keys, ${counts.join(', ')} FROM (SELECT ${list.join(', ')} FROM ${from}
     WHERE ${key.sql} IS NOT NULL GROUP BY ${key.sql})`,
  )
  return { keys: row.keys ?? 0, unfixed: others.map((_, index) => row[`u${index}`] ?? 0) }
}

/** The key at whose level the groups of a dimension are to be compared: the one of fewest values that fixes it. */
export async function keyOfDimension(
  schema: TableSchema,
  artefacts: Artefacts,
  { column }: ColumnProfile,
): Promise<ColumnProfile | null> {
  const keys = await repeatedKeys(schema, artefacts)
  // A key of hardly more values than the groups is another name of them.
  return (
    keys.find(({ profile, fixes }) => fixes.has(column.name) && profile.column.distinct >= 2 * column.distinct)
      ?.profile ?? null
  )
}

/** Number of each sampled row's key, from 0; −1 for none. */
export function keyCodes(schema: TableSchema, artefacts: Artefacts, key: ColumnProfile): Promise<Int32Array> {
  return artefacts.once(`key codes:${key.column.name}`, async () => {
    const { dialect, relation, sample } = schema
    const from = sample.sql(relation, [dialect.identifier(key.column.name)])
    const labels = (key.column.stats.top ?? []).map(({ value }) => value)
    if (labels.length > 0 && labels.length === key.column.distinct) {
      // Numbers are read several times as fast as texts.
      const [places] = await artefacts.source.numbers(from, [placeSql(dialect, labels, key.text)], sample.rows)
      return codesOfPlaces(places ?? new Float64Array(), labels.length)
    }
    const { values = [] } = await artefacts.source.columns(`SELECT ${key.text} AS values FROM ${from}`)
    return codesOf(values)
  })
}

/** Rows of a key are alike from here on: the variance of a mean is so many times that of independent rows. */
const leastDesignEffect = 1.2
const likenessP = 0.01

/** Names of the measures that are alike within a key: their rows must not be counted as independent of each other. */
export function alikeWithin(
  schema: TableSchema,
  artefacts: Artefacts,
  key: ColumnProfile,
): Promise<ReadonlySet<string>> {
  return artefacts.once(`alike within:${key.column.name}`, async () => {
    // Rows that were declared to belong together are not tested for it: a test may miss it.
    if (schema.declared.unit === key) return new Set(schema.measures.map(({ column }) => column.name))
    const codes = await keyCodes(schema, artefacts, key)
    const alike = schema.measures.filter(({ column }) => {
      const values = schema.sample.columns.get(column.name)
      const found = values === undefined ? null : intraclassCorrelation(values, codes)
      return found !== null && found.p < likenessP && found.designEffect >= leastDesignEffect
    })
    return new Set(alike.map(({ column }) => column.name))
  })
}
