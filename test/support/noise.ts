/** Tables in which nothing depends on anything, made from a seed: whatever is found in them is false. */

import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { quoteIdentifier, quoteText } from '../../src/workers/runtime/duckdb/database.ts'
import { vegaFolder } from './analysis.ts'

/** Uniform in (0, 1) and normal noise of a row and a column number. */
export const noiseSetup = [
  `CREATE MACRO uniform(seed, number, part) AS (hash(seed, number, part) % 1000000007 + 1) / 1000000009.0`,
  `CREATE MACRO normal(seed, number, part) AS
     sqrt(-2 * ln(uniform(seed, number, part * 2))) * cos(2 * pi() * uniform(seed, number, part * 2 + 1))`,
  // An AR(0.6) series as a sum of past shocks, cut where 0.6³⁰ is 2e-7.
  `CREATE MACRO autoregressive(seed, number, part) AS
     list_sum(list_transform(range(30), lambda lag: 0.6 ** lag * normal(seed, number - lag + 1000, part)))`,
]

export type NoiseKind =
  | 'events'
  | 'plain'
  | 'series'
  | 'heavy tails'
  | 'slow series'
  | 'walks'
  | 'clusters'
  | 'short series'
  | 'rates'
  | 'permuted'
/** In which nothing depends on anything, whatever the test: all that are made. */
const madeKinds: readonly Exclude<NoiseKind, 'permuted'>[] = [
  ...(['events', 'plain', 'series', 'heavy tails'] as const),
  ...(['slow series', 'walks', 'clusters', 'short series', 'rates'] as const),
]

export interface NoiseTable {
  readonly name: string
  readonly kind: NoiseKind
  readonly rows: number
  readonly query: string
}

/** The `index`-th table: kinds in turn, 200 to 5,000 rows. */
export function noiseTable(index: number): NoiseTable {
  const kind = madeKinds[index % madeKinds.length] ?? 'plain'
  const rows = Math.round(200 * 25 ** (((index * 37) % 100) / 99))
  const seed = 7_000 + index
  const groups = `'g' || (hash(${seed}, i, 50) % 4) AS team, 'c' || (hash(${seed}, i, 51) % 9) AS city,
    hash(${seed}, i, 52) % 2 = 0 AS member`
  const numbers = `normal(${seed}, i, 1) * 12 + 100 AS height, exp(normal(${seed}, i, 2)) * 20 AS sales,
    uniform(${seed}, i, 31) AS share, (hash(${seed}, i, 53) % 100)::BIGINT AS points,
    1 + (hash(${seed}, i, 54) % 5)::BIGINT AS rating`
  const date = `DATE '2021-01-01' + (hash(${seed}, i, 55) % 730)::INTEGER AS date`
  const walk = (part: number, scale: number): string => `sum(normal(${seed}, i, ${part})) OVER (ORDER BY i) * ${scale}`
  // A sum of past shocks, cut where 0.9⁹⁰ is 8e-5.
  const slow = (part: number): string =>
    `list_sum(list_transform(range(90), lambda lag: 0.9 ** lag * normal(${seed}, i - lag + 1000, ${part})))`
  const body = {
    events: `${date}, ${groups}, ${numbers}`,
    plain: `${groups}, ${numbers}, normal(${seed}, i, 3) AS x, normal(${seed}, i, 4) AS y`,
    series: `DATE '2015-01-01' + i::INTEGER AS date, ${groups}, autoregressive(${seed}, i, 5) AS level,
      autoregressive(${seed}, i, 6) * 5 + 50 AS flow, autoregressive(${seed}, i, 7) + 20 AS sales`,
    // Student's t with two degrees of freedom, and a log-normal with a standard deviation of 2.
    'heavy tails': `${date}, ${groups}, normal(${seed}, i, 8) / sqrt(-ln(uniform(${seed}, i, 33))) AS shock,
      exp(2 * normal(${seed}, i, 9)) AS revenue, exp(1.5 * normal(${seed}, i, 10)) AS wait`,
    'slow series': `DATE '2021-01-01' + i::INTEGER AS date, ${slow(11)} AS level, ${slow(12)} * 5 + 50 AS flow`,
    walks: `DATE '2021-01-01' + i::INTEGER AS date, ${walk(13, 1)} AS price, ${walk(14, 3)} + 900 AS index_level`,
    // People with three rows each: all that differs, differs between them.
    clusters: `'p' || (i // 3) AS person, 'g' || (hash(${seed}, i // 3, 56) % 3) AS team,
      10 + normal(${seed}, i // 3, 15) * 3 + normal(${seed}, i, 16) AS score,
      90 + normal(${seed}, i // 3, 17) * 8 + normal(${seed}, i, 18) * 2 AS pulse`,
    'short series': `DATE '2023-01-01' + i::INTEGER AS date, normal(${seed}, i, 19) * 4 + 60 AS load,
      autoregressive(${seed}, i, 20) + 20 AS flow`,
    rates: `${groups}, CASE WHEN uniform(${seed}, i, 60) < 0.3 THEN 'yes' ELSE 'no' END AS bought,
      (uniform(${seed}, i, 61) < 0.05)::BIGINT AS churned, normal(${seed}, i, 21) * 9 + 40 AS age`,
  }[kind]
  const most = { 'short series': 180, 'slow series': 1_500, walks: 1_500 }[kind as string] ?? rows
  return {
    name: `noise ${index}`,
    kind,
    rows: Math.min(rows, most),
    query: `SELECT ${body} FROM range(${Math.min(rows, most)}) rows(i)`,
  }
}

/** Beyond as many rows, a part of them: what is searched for is chance, and there is enough of it. */
const mostPermuted = 5_000

/** A table of real columns, each shuffled by itself: values, gaps and repetitions as they are, and nothing goes with anything. */
export async function permutedTable(index: number): Promise<NoiseTable> {
  const files = (await readdir(vegaFolder)).filter((name) => name.endsWith('.csv')).sort()
  const name = files[index % files.length] ?? ''
  const file = path.join(vegaFolder, name)
  const [header = '', ...lines] = (await readFile(file, 'utf8')).trimEnd().split('\n')
  const columns = header.trim().split(',')
  const seed = 9_000 + index
  const shuffled = columns.map((column, part) => {
    const quoted = quoteIdentifier(column.replaceAll('"', ''))
    return `(SELECT ${quoted} FROM (SELECT ${quoted}, row_number() OVER () AS place FROM read_csv(${quoteText(file)}))
      ORDER BY hash(${seed}, place, ${part}) LIMIT ${mostPermuted}) p${part}`
  })
  return {
    name: `${name} shuffled by ${seed}`,
    kind: 'permuted',
    rows: Math.min(mostPermuted, lines.length),
    query: `SELECT * FROM ${shuffled.join(' POSITIONAL JOIN ')}`,
  }
}
