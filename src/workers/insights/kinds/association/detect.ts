/** association: two dimensions depend on each other, and one pair of categories shows it. A finding; V ≥ .15. */

import type { Artefacts } from '../../../analysis/artefacts.ts'
import { type Cells, cellsOf, association as testAssociation } from '../../../analysis/derive/categories.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import type { TableSchema } from '../../../analysis/schema.ts'
import { between, type Detector, gatedOut, type Outcome } from '../../detector.ts'
import { derivedBy, sameNames } from '../../evidence-recipe.ts'
import { leastCertainContrast, withContrast } from '../../keyed-contrast.ts'
import { repeatedKeyCaveat } from '../../words/repeated-key.ts'
import { pairCount } from '../../work.ts'
import { overTime } from '../correlation/detect.ts'
import { ratePairOf } from '../rate-difference/pairs.ts'
import { names } from './names.ts'

const leastV = 0.15
const leastRows = 50
const mostCategories = 20
/** The chi-square distribution of G holds from about so many rows expected in each cell. */
const leastExpected = 1
/** Standard errors that a cell is fuller than independence would have it (Haberman 1973). */
const leastResidual = 2
/** Nearly a function of each other: a hierarchy (city and state) or two names of one thing, not a finding. */
const functional = 0.98

export const detectAssociation: Detector<typeof names> = {
  family: () => 'association × rows',
  appliesTo: (schema) => schema.rows >= leastRows && candidates(schema).length >= 2,
  expectedWork: ({ dimensions, rows }) => ({
    work: pairCount(dimensions.length) * (1 + rows * 3e-5),
    parts: Math.max(1, pairCount(dimensions.length)),
  }),
  async run({ schema, artefacts, context }) {
    const outcomes: Outcome<typeof names>[] = []
    const dimensions = candidates(schema)
    for (const [index, first] of dimensions.entries()) {
      for (const second of dimensions.slice(index + 1)) {
        // What is called an outcome is compared by its rate, which says more than a strength of association.
        if (ratePairOf(first, second)?.of.strength === 'named') continue
        outcomes.push(await compare(schema, artefacts, first, second))
      }
      await context.yieldToEventLoop()
    }
    return outcomes
  },
}

/** Rows of a series or panel repeat each other, and a panel's dimensions are laid out by design: no test there. */
function candidates(schema: TableSchema): ColumnProfile[] {
  if (overTime(schema)) return []
  return schema.dimensions.filter(({ column }) => column.role === 'dimension' && column.distinct <= mostCategories)
}

/** Whether every value of one column goes with a single value of the other: a person has a team, a city a country. */
function determines({ counts }: Pick<Cells, 'counts'>): boolean {
  const single = (line: readonly number[]): boolean => line.filter((count) => count > 0).length <= 1
  const columns = counts[0]?.map((_count, column) => counts.map((line) => line[column] ?? 0)) ?? []
  return counts.every(single) || columns.every(single)
}

async function compare(
  schema: TableSchema,
  artefacts: Artefacts,
  first: ColumnProfile,
  second: ColumnProfile,
): Promise<Outcome<typeof names>> {
  const { dialect } = schema
  const sql = `SELECT ${first.text} AS first, ${second.text} AS second, count(*) AS rows
FROM ${schema.relation} WHERE ${first.sql} IS NOT NULL AND ${second.sql} IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`
  const columns = await artefacts.once(`cells:${sql}`, () => artefacts.source.columns(sql))
  const cells = cellsOf(columns.first ?? [], columns.second ?? [], columns.rows ?? [])
  const result = testAssociation(cells)
  if (result === null || result.leastExpected < leastExpected || determines(cells)) return gatedOut(null)
  const cell = standout(cells)
  if (result.cramersV < leastV || result.cramersV > functional || cell === null) return gatedOut(result.p)
  const first_value = cells.firsts[cell.line] ?? ''
  const second_value = cells.seconds[cell.column] ?? ''
  const contrast = await leastCertainContrast(
    schema,
    artefacts,
    {
      member: `(${first.text} = ${dialect.text(first_value)})`,
      value: dialect.indicator(`${second.text} = ${dialect.text(second_value)}`),
      filter: `${first.sql} IS NOT NULL AND ${second.sql} IS NOT NULL`,
    },
    cells.firsts.length * cells.seconds.length,
    [first.column.name, second.column.name],
  )
  // Rows of one key that resemble each other make an association less sure than as many rows of their own would.
  const lessSure = contrast !== null && contrast.p > result.p ? contrast : null
  if (lessSure !== null && lessSure.low * lessSure.high <= 0) return gatedOut(lessSure.p)
  const evidence = {
    sql: [sql],
    derived: derivedBy('association', 0, ['first', 'second', 'rows'], sameNames(names), { first_value, second_value }),
  }
  return {
    p: lessSure?.p ?? result.p,
    statement: {
      type: 'association',
      class: 'finding',
      columns: [first.column.name, second.column.name],
      direction: cell.more ? 'higher' : 'lower',
      location: first_value,
      effect: { name: "Cramér's V", value: 'cramers_v' },
      testName: 'G test',
      n: result.n,
      evidence: lessSure === null ? evidence : withContrast(evidence, lessSure, ['p']),
      details: { first: first.column.name, second: second.column.name, first_value, second_value },
      caveats: lessSure === null ? [] : [repeatedKeyCaveat(lessSure.key)],
      score: {
        impact: Math.sqrt(result.n / schema.rows),
        effect: between(result.cramersV, 0.1, 0.7),
        surprise: 0.7,
        readability: 0.9,
      },
    },
  }
}

interface Standout {
  readonly line: number
  readonly column: number
  readonly more: boolean
}

/** The cell that is most surely fuller than independence would have it. */
function standout({ counts }: Cells): Standout | null {
  const lines = counts.map((line) => line.reduce((sum, count) => sum + count, 0))
  const columns = (counts[0] ?? []).map((_, index) => counts.reduce((sum, line) => sum + (line[index] ?? 0), 0))
  const n = lines.reduce((sum, count) => sum + count, 0)
  let best: Standout | null = null
  let furthest = 0
  for (const [line, row] of counts.entries()) {
    for (const [column, count] of row.entries()) {
      const expected = ((lines[line] ?? 0) * (columns[column] ?? 0)) / n
      const residual = (count - expected) / Math.sqrt(expected)
      // By its own standard error, which the margins make smaller: half of all rows in a line leave a cell little room.
      const adjusted = residual / Math.sqrt((1 - (lines[line] ?? 0) / n) * (1 - (columns[column] ?? 0) / n))
      if (adjusted > leastResidual && residual > furthest) {
        furthest = residual
        best = { line, column, more: true }
      }
    }
  }
  return best
}
