/** duplicates: rows that repeat an earlier row in every column. A note on quality. */
import type { Artefacts } from '../../../analysis/artefacts.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import type { TableSchema } from '../../../analysis/schema.ts'
import { between, type Detector } from '../../detector.ts'
import { littleWork } from '../../work.ts'
import type { names } from './names.ts'

/** Columns that go together repeat each other's combinations a few times as often as columns that do not. */
const byChance = 3
/** Larger tables, and columns beyond so many, are judged by the number of their values alone. */
const mostRowsCounted = 200_000
const mostColumnsCounted = 10
/** Rows a value must have on average for another column to follow from it by more than chance. */
const rowsPerValue = 3

/**
 * Rows that must repeat others because there are only so many combinations of the columns' values: people by sex, class
 * and age are not entered twice. Expected number, were every combination equally common.
 */
export function repeatsByChance(rows: number, columns: readonly Pick<ColumnProfile, 'column'>[]): number {
  return repeatsAmong(
    rows,
    columns.reduce((product, { column }) => product * (column.distinct + Number(column.nulls > 0)), 1),
  )
}

/** Rows expected to repeat others, of `rows` drawn from equally common combinations. */
function repeatsAmong(rows: number, combinations: number): number {
  if (combinations <= 1) return 0
  return rows + combinations * Math.expm1(rows * Math.log1p(-1 / combinations))
}

export const detectDuplicates: Detector<typeof names> = {
  family: null,
  appliesTo: (schema) => schema.rows >= 2 && schema.columns.length >= 2,
  expectedWork: littleWork,
  async run({ schema, artefacts }) {
    const { dialect, rows, relation, columns } = schema
    // A column in which all differ, missing ones included, proves that no row repeats another.
    if (columns.some(({ column }) => column.distinct === rows)) return [{ p: null, statement: null }]
    const hashed = columns.map(({ column }) => dialect.identifier(column.name))
    const { hashes } = await artefacts.once('duplicates', () =>
      artefacts.source.row<{ hashes: number }>(
        `SELECT count(DISTINCT ${dialect.rowHash(hashed)}) AS hashes FROM ${relation}`,
      ),
    )
    // Equal rows have equal hashes, so as many hashes as rows proves that all differ; fewer is confirmed on the values.
    if (hashes === rows) return [{ p: null, statement: null }]
    const repeated = rows - hashes
    if (repeated <= byChance * repeatsByChance(rows, columns)) return [{ p: null, statement: null }]
    if (repeated <= byChance * (await repeatsAsSpread(schema, artefacts))) return [{ p: null, statement: null }]
    const share = repeated / rows
    return [
      {
        p: null,
        statement: {
          type: 'duplicates',
          class: 'quality',
          columns: [],
          direction: 'none',
          effect: { name: 'share', value: 'share' },
          n: rows,
          evidence: {
            sql: [
              `SELECT count(*) - (SELECT count(*) FROM (SELECT DISTINCT * FROM ${relation})) AS duplicates,
  ${dialect.ratio(`(count(*) - (SELECT count(*) FROM (SELECT DISTINCT * FROM ${relation})))`, 'count(*)')} AS share, count(*) AS n FROM ${relation}`,
            ],
            derived: {},
          },
          details: {},
          caveats: [],
          score: { impact: Math.sqrt(share), effect: between(share, 0, 0.1), surprise: 0.8, readability: 1 },
        },
      },
    ]
  },
}

/**
 * The same, with values as common as they are, and without columns that follow from another (the school's district): some
 * values are many times as common as others, and readings rounded to a tenth meet again.
 */
async function repeatsAsSpread(
  { rows, relation, columns, dialect }: TableSchema,
  artefacts: Artefacts,
): Promise<number> {
  if (rows > mostRowsCounted || columns.length > mostColumnsCounted) return 0
  const names = columns.map(({ column }) => dialect.identifier(column.name))
  const different = (list: readonly string[]): string =>
    `(SELECT count(DISTINCT ${dialect.rowHash(list)}) FROM ${relation})`
  const own = names.map(
    (name, index) =>
      `(SELECT ${dialect.double('sum(n * n)')} FROM (SELECT count(*) AS n FROM ${relation} GROUP BY ${name})) AS s${index}, ${different([name])} AS d${index}`,
  )
  const pairs = names.flatMap((first, one) =>
    names.slice(one + 1).map((second, offset) => `${different([first, second])} AS p${one}_${one + 1 + offset}`),
  )
  const counted = await artefacts.once('duplicates by chance', () =>
    artefacts.source.row<Record<string, number>>(`SELECT ${[...own, ...pairs].join(', ')}`),
  )
  const at = (name: string): number => Number(counted[name] ?? 0)
  const follows = (index: number): boolean =>
    names.some((_, other) => {
      const together = at(`p${Math.min(index, other)}_${Math.max(index, other)}`)
      // Of a value that hardly recurs, anything follows.
      if (other === index || together !== at(`d${other}`) || at(`d${other}`) > rows / rowsPerValue) return false
      // Of two that follow from each other, the first counts.
      return at(`d${other}`) > at(`d${index}`) || other < index
    })
  // Two rows agree in a column with the sum of the squared shares of its values.
  const combinations = names.reduce(
    (product, _, index) => (follows(index) ? product : (product * rows * rows) / Math.max(1, at(`s${index}`))),
    1,
  )
  return repeatsAmong(rows, combinations)
}
