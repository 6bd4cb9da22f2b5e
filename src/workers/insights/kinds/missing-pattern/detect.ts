/**
 * missing_pattern: gaps in a column that are no accident: more common in one category (V ≥ .15), where another measure is
 * higher or lower (g ≥ .3), or where another column has gaps as well. A note on quality, the strongest of each column.
 *
 * Screened on the sample; the numbers told are of all rows.
 */
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import { groupText, type TableSchema } from '../../../analysis/schema.ts'
import { chiSquareUpperP } from '../../../analysis/statistics/chi-square-distribution.ts'
import { hedgesG } from '../../../analysis/statistics/hedges-g.ts'
import { welchAnova } from '../../../analysis/statistics/welch-anova.ts'
import { type Database, quoteIdentifier, quoteText } from '../../../runtime/duckdb/database.ts'
import { between, type Detector, type Outcome } from '../../detector.ts'
import type { names } from './names.ts'

const leastV = 0.15
const leastG = 0.3
/** Shared out over everything the gaps of a column are held against. */
const mostP = 0.01
const leastShare = 0.01
const leastGaps = 10
const leastCellRows = 5
/** Columns with gaps looked at, and what they are held against: each pair is a pass over the sample. */
const mostGapped = 8
const mostMeasures = 20
const mostCategories = 30

type PatternStatement = NonNullable<Outcome<typeof names>['statement']>

/** A pattern with its strength between the gate (0) and a large effect (1). */
interface Pattern {
  readonly strength: number
  readonly statement: PatternStatement
}

export const detectMissingPattern: Detector<typeof names> = {
  family: null,
  appliesTo: (schema) => gapped(schema).length > 0,
  expectedWork: (schema) => ({
    work: gapped(schema).length * (5 + (schema.dimensions.length + 2) * schema.sample.rows * 1e-4),
    parts: gapped(schema).length,
  }),
  async run({ schema, artefacts, context }) {
    const outcomes: Outcome<typeof names>[] = []
    for (const gap of gapped(schema)) {
      const found = [
        ...(await byCategory(schema, artefacts.database, gap)),
        ...(await byMeasure(schema, artefacts.database, gap)),
        ...(await together(schema, artefacts.database, gap)),
      ].toSorted((left, right) => right.strength - left.strength)
      outcomes.push({ p: null, statement: found[0]?.statement ?? null })
      await context.yieldToEventLoop()
    }
    return outcomes
  },
}

function gapped({ columns, rows }: TableSchema): readonly ColumnProfile[] {
  return columns
    .filter(({ column: { nulls } }) => nulls >= Math.max(leastGaps, leastShare * rows) && rows - nulls >= leastGaps)
    .slice(0, mostGapped)
}

function tests(schema: TableSchema): number {
  return Math.max(1, schema.dimensions.length + Math.min(mostMeasures, schema.measures.length) + gapped(schema).length)
}

async function byCategory(schema: TableSchema, database: Database, gap: ColumnProfile): Promise<Pattern[]> {
  const found: Pattern[] = []
  const name = quoteIdentifier(gap.column.name)
  for (const dimension of schema.dimensions) {
    const { column } = dimension
    if (column.name === gap.column.name || column.distinct > mostCategories) continue
    const cells = await database.rows<{ category: string; rows: number; missing: number }>(
      `SELECT ${groupText(dimension)} AS category, count(*) AS rows, count(*) - count(${name}) AS missing
FROM ${schema.sample.sql(schema.relation, [name, quoteIdentifier(column.name)])} WHERE ${dimension.sql} IS NOT NULL GROUP BY 1 ORDER BY 1`,
    )
    const n = cells.reduce((sum, { rows }) => sum + rows, 0)
    const missing = cells.reduce((sum, one) => sum + one.missing, 0)
    const share = missing / Math.max(1, n)
    if (!(share > 0 && share < 1)) continue
    let statistic = 0
    let most: { readonly category: string; readonly residual: number } | null = null
    for (const { category, rows, missing: own } of cells) {
      const residual = (own - rows * share) / Math.sqrt(rows * share * (1 - share))
      statistic += residual ** 2
      if (rows >= leastCellRows && residual > (most?.residual ?? 2)) most = { category, residual }
    }
    const v = Math.sqrt(statistic / n)
    if (most === null || v < leastV || chiSquareUpperP(statistic, cells.length - 1) > mostP / tests(schema)) continue
    const strength = between(v, 0.1, 0.6)
    found.push({ strength, statement: categoryStatement(schema, gap, dimension, most.category, strength) })
  }
  return found
}

function categoryStatement(
  schema: TableSchema,
  gap: ColumnProfile,
  dimension: ColumnProfile,
  category: string,
  strength: number,
): PatternStatement {
  const part = `${groupText(dimension)} = ${quoteText(category)}`
  return {
    ...base(schema, gap, dimension.column.name, strength),
    location: category,
    effect: { name: 'share missing', value: 'part_share' },
    evidence: { sql: [partSql(schema, gap, part)], derived: {} },
    details: { column: gap.column.name, other: dimension.column.name, category, form: 'category' },
  }
}

/** Gaps within and without a part of the rows. */
function partSql({ relation }: TableSchema, gap: ColumnProfile, part: string): string {
  const missing = `${quoteIdentifier(gap.column.name)} IS NULL`
  const rest = `(${part}) IS NOT TRUE`
  return `SELECT count_if(${missing}) AS missing, count_if(${missing} AND ${part}) AS part_missing, count_if(${part}) AS part_rows,
  count_if(${missing} AND ${part}) / count_if(${part}) AS part_share,
  count_if(${missing} AND ${rest}) / greatest(1, count_if(${rest})) AS rest_share,
  NULL::DOUBLE AS gap_mean, NULL::DOUBLE AS rest_mean, count(*) AS n FROM ${relation}`
}

async function byMeasure(schema: TableSchema, database: Database, gap: ColumnProfile): Promise<Pattern[]> {
  const name = quoteIdentifier(gap.column.name)
  const others = schema.measures.filter(({ column }) => column.name !== gap.column.name).slice(0, mostMeasures)
  if (others.length === 0) return []
  const parts = others.flatMap(({ sql }, index) =>
    [`${name} IS NULL`, `${name} IS NOT NULL`].flatMap((side, of) => [
      `count(${sql}) FILTER (${side}) AS n${of}_${index}`,
      `favg(${sql}) FILTER (${side}) AS m${of}_${index}`,
      `var_samp(${sql}) FILTER (${side}) AS v${of}_${index}`,
    ]),
  )
  const columns = [name, ...others.map(({ column }) => quoteIdentifier(column.name))]
  const row = await database.row<Record<string, number | null>>(
    `SELECT ${parts.join(', ')} FROM ${schema.sample.sql(schema.relation, columns)}`,
  )
  return others.flatMap(({ column, sql }, index): Pattern[] => {
    const [without, present] = [0, 1].map((of) => ({
      n: row[`n${of}_${index}`] ?? 0,
      mean: row[`m${of}_${index}`] ?? 0,
      variance: row[`v${of}_${index}`] ?? 0,
    }))
    if (without === undefined || present === undefined || without.n < leastGaps || present.n < leastGaps) return []
    const difference = hedgesG(without, present)
    const p = welchAnova([without, present])?.p ?? 1
    if (difference === null || Math.abs(difference.g) < leastG || p > mostP / tests(schema)) return []
    const strength = between(Math.abs(difference.g), 0.2, 1.2)
    const missing = `${name} IS NULL`
    const query = `SELECT count_if(${missing}) AS missing, NULL::BIGINT AS part_missing, NULL::BIGINT AS part_rows,
  NULL::DOUBLE AS part_share, NULL::DOUBLE AS rest_share, favg(${sql}) FILTER (${missing}) AS gap_mean,
  favg(${sql}) FILTER (NOT (${missing})) AS rest_mean, count(*) AS n FROM ${schema.relation}`
    const statement: PatternStatement = {
      ...base(schema, gap, column.name, strength),
      direction: difference.g > 0 ? 'higher' : 'lower',
      effect: { name: 'mean where missing', value: 'gap_mean' },
      evidence: { sql: [query], derived: {} },
      details: { column: gap.column.name, other: column.name, category: null, form: 'measure' },
    }
    return [{ strength, statement }]
  })
}

/** Gaps of two columns in the same rows; told of the column that comes first. */
async function together(schema: TableSchema, database: Database, gap: ColumnProfile): Promise<Pattern[]> {
  const found: Pattern[] = []
  const all = gapped(schema)
  const name = quoteIdentifier(gap.column.name)
  for (const other of all.slice(all.indexOf(gap) + 1)) {
    const second = quoteIdentifier(other.column.name)
    const cells = await database.row<{ both: number; first: number; second: number; n: number }>(
      `SELECT count_if(${name} IS NULL AND ${second} IS NULL) AS both, count_if(${name} IS NULL) AS first,
  count_if(${second} IS NULL) AS second, count(*) AS n FROM ${schema.sample.sql(schema.relation, [name, second])}`,
    )
    const { both, n } = cells
    const expected = (cells.first * cells.second) / n
    const spread = Math.sqrt((cells.first * (n - cells.first) * cells.second * (n - cells.second)) / n ** 3)
    if (!(spread > 0)) continue
    const phi = (both - expected) / (spread * Math.sqrt(n))
    if (phi < leastV || chiSquareUpperP(n * phi ** 2, 1) > mostP / tests(schema)) continue
    // Less telling than what else the gaps go with.
    const strength = 0.5 * between(phi, 0.1, 1)
    found.push({
      strength,
      statement: {
        ...base(schema, gap, other.column.name, strength),
        effect: { name: 'share missing', value: 'part_share' },
        evidence: { sql: [partSql(schema, gap, `${second} IS NULL`)], derived: {} },
        details: { column: gap.column.name, other: other.column.name, category: null, form: 'together' },
      },
    })
  }
  return found
}

function base(schema: TableSchema, { column }: ColumnProfile, other: string, strength: number) {
  return {
    type: 'missing_pattern',
    class: 'quality',
    columns: [column.name, other],
    direction: 'none',
    n: schema.rows,
    caveats: [],
    score: {
      impact: Math.sqrt(column.nulls / Math.max(1, schema.rows)),
      effect: 0.7 * strength,
      surprise: 0.6,
      readability: 1,
    },
  } as const
}
