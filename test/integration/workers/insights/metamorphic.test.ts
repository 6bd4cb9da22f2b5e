/** What is told does not depend on what does not matter: order, names, units, the alphabet, a column that says nothing. */
import { describe, expect, it } from 'vitest'
import type { InsightDraft } from '../../../../src/shared/story/insight.ts'
import { analyzeQueries } from '../../../support/analysis.ts'
import { noiseSetup } from '../../../support/noise.ts'

/** Names that say nothing of what their columns hold, in the order of the columns. */
interface Table {
  readonly columns: readonly string[]
  readonly query: string
  /** Measures that can be given in another unit, and categories that can be called otherwise. */
  readonly amounts: readonly string[]
  readonly labels: readonly string[]
}

/** Rows without order: a difference, a rate, a correlation, a segment, a curve, values far out, gaps. */
const events: Table = {
  columns: ['kilo', 'lima', 'mike', 'november', 'oscar', 'papa', 'romeo'],
  amounts: ['november', 'oscar', 'papa'],
  labels: ['kilo', 'lima'],
  query: `SELECT kilo, lima, mike, round(50 + 8 * (kilo = 'b')::INTEGER + 14 * (kilo = 'c' AND lima = 'p')::INTEGER + 10 * normal(21, i, 1), 3) AS november,
    oscar, CASE WHEN i % 23 = 0 THEN NULL ELSE round(oscar * 2 + 6 * normal(21, i, 3), 3) END AS papa, round((oscar - 30) ** 2 / 10 + 3 * normal(21, i, 4), 3) AS romeo
    FROM (SELECT i, ['a', 'b', 'c', 'd'][1 + (hash(21, i, 5) % 4)::INT] AS kilo, ['p', 'q', 'r'][1 + (hash(21, i, 6) % 3)::INT] AS lima,
      CASE WHEN uniform(21, i, 30) < 0.2 + 0.3 * (hash(21, i, 6) % 3 = 1)::INTEGER THEN 'yes' ELSE 'no' END AS mike,
      round(30 + 5 * normal(21, i, 2), 3) AS oscar FROM range(1500) t(i))`,
}

/** A month a row: a step, a season, a slow rise, and a value far out. */
const series: Table = {
  columns: ['kilo', 'lima', 'mike', 'november'],
  amounts: ['lima', 'mike', 'november'],
  labels: [],
  query: `SELECT DATE '2010-01-01' + to_months(i::INT) AS kilo, round(100 + 25 * (i >= 60)::INTEGER + 5 * normal(22, i, 1), 3) AS lima,
    round(80 + 12 * sin(2 * pi() * i / 12) + 3 * normal(22, i, 2), 3) AS mike, round(40 + 0.3 * i + 4 * normal(22, i, 3) + 60 * (i = 47)::INTEGER, 3) AS november FROM range(132) t(i)`,
}

/** What is said and of what, but not in which numbers. */
async function said(query: string, rename: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const { output, mismatches } = await analyzeQueries({ planted: query }, noiseSetup)
  expect(mismatches).toEqual([])
  const back = (name: unknown): unknown => (typeof name === 'string' ? (rename[name] ?? name) : name)
  const signature = ({ class: class_, type, columns, direction, location, subspace = {} }: InsightDraft): string =>
    JSON.stringify([
      class_,
      type,
      columns.map(back),
      direction,
      back(location ?? null),
      Object.entries(subspace).map((pair) => pair.map(back)),
    ])
  return output.insights
    .filter(({ type }) => type !== 'constant')
    .map(signature)
    .toSorted()
}

const reversed: Readonly<Record<string, string>> = { a: 'z', b: 'y', c: 'x', d: 'w', p: 'n', q: 'm', r: 'l' }
const swapped = (map: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [value, key]))

describe.each([
  ['rows without order', events],
  ['a series', series],
])('of %s the same is told', (_name, { query, columns, amounts, labels }) => {
  const plain = said(query)

  it('at all', async () => {
    expect((await plain).length).toBeGreaterThan(5)
  })

  it('whatever the order of the rows', async () => {
    expect(await said(`SELECT * FROM (${query}) ORDER BY hash(${columns.join(', ')})`)).toEqual(await plain)
  })

  it('whatever the columns are called', async () => {
    const names = Object.fromEntries(
      columns.map((name, index) => [
        name,
        ['zulu', 'yankee', 'xray', 'whiskey', 'victor', 'uniform', 'tango'][index] ?? name,
      ]),
    )
    const list = columns.map((name) => `${name} AS ${names[name]}`)
    expect(await said(`SELECT ${list.join(', ')} FROM (${query})`, swapped(names))).toEqual(await plain)
  })

  it.each(amounts)('in thousandths of the unit of %s', async (amount) => {
    expect(await said(`SELECT * REPLACE (${amount} * 1000 AS ${amount}) FROM (${query})`)).toEqual(await plain)
  })

  it('however the alphabet orders the categories', async () => {
    const cases = Object.entries(reversed).map(([from, to]) => `WHEN '${from}' THEN '${to}'`)
    const list = labels.map((label) => `CASE ${label} ${cases.join(' ')} END AS ${label}`)
    const other = labels.length === 0 ? query : `SELECT * REPLACE (${list.join(', ')}) FROM (${query})`
    expect(await said(other, swapped(reversed))).toEqual(await plain)
  })

  it('beside a column that is always the same', async () => {
    expect(await said(`SELECT *, 'same' AS quebec FROM (${query})`)).toEqual(await plain)
  })
})
