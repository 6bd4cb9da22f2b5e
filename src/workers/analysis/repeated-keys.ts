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
    const { dialect } = schema
    const found: RepeatedKey[] = []
    for (const profile of keyCandidates(schema)) {
      const others = schema.dimensions.filter(({ column }) => column.distinct < profile.column.distinct)
      const list = others.map((other, index) => {
        // Engines differ on whether yes and no have an order.
        const value = other.column.storage === 'BOOLEAN' ? other.text : other.sql
        return `min(${value}) IS NOT DISTINCT FROM max(${value}) AS f${index}`
      })
      const shares = others.map((_, index) => `${dialect.ratio(dialect.countIf(`f${index}`), 'count(*)')} AS s${index}`)
      const row =
        others.length === 0
          ? {}
          : await artefacts.source.row<Record<string, number>>(
              `SELECT ${shares.join(', ')} FROM (SELECT ${list.join(', ')} FROM ${schema.relation}
               WHERE ${profile.sql} IS NOT NULL GROUP BY ${profile.sql})`,
            )
      const fixed = others.filter((_, index) => (row[`s${index}`] ?? 0) >= nearlyAll)
      found.push({ profile, fixes: new Set(fixed.map(({ column }) => column.name)) })
    }
    return found
  })
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
