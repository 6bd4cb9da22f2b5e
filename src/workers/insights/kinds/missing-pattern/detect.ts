/**
 * missing_pattern: gaps in a column that are no accident: more common in one category (V ≥ .15), where another measure is
 * higher or lower (g ≥ .3), or where another column has gaps as well. A note on quality, the strongest of each column.
 *
 * Screened on the sample; the numbers told are of all rows.
 */
import type { Artefacts } from '../../../analysis/artefacts.ts'
import { type CodedSample, codedSample } from '../../../analysis/controls/coded-sample.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import type { TableSchema } from '../../../analysis/schema.ts'
import { chiSquareUpperP } from '../../../analysis/statistics/chi-square-distribution.ts'
import { hedgesG } from '../../../analysis/statistics/hedges-g.ts'
import { meanAndVariance } from '../../../analysis/statistics/moments.ts'
import { welchAnova } from '../../../analysis/statistics/welch-anova.ts'
import { between, type Detector, type Outcome } from '../../detector.ts'
import type { names } from './names.ts'

const leastV = 0.15
const leastG = 0.3
/** Shared out over everything the gaps of a column are held against. */
const mostP = 0.01
const leastShare = 0.01
const leastGaps = 10
const leastCellRows = 5
/** Further columns with the same gaps from which on all of them are told at once. */
const leastSame = 2
const sameStrength = 0.5
/** Columns with gaps looked at, and what they are held against. */
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
  expectedWork: (schema) => ({ work: 10 + schema.sample.rows * 1e-3 + gapped(schema).length * 5 }),
  async run({ schema, artefacts, context }) {
    const sample = await codedSample(schema, artefacts)
    const gaps = await gapsOf(schema, artefacts, sample.rows)
    const outcomes: Outcome<typeof names>[] = []
    const alike = [...Map.groupBy(gaps, ({ missing }) => missing.map(Number).join('')).values()]
    const tellers = alike.flatMap(([first]) => (first === undefined ? [] : [first]))
    for (const group of alike) {
      const [gap, ...same] = group
      if (gap === undefined) continue
      // Gaps in the same rows go with the same things: what is found of one of the columns is found of all.
      if (same.length >= leastSame) outcomes.push({ p: null, statement: sameRows(schema, group) })
      const found = [
        ...byCategory(schema, sample, gap),
        ...byMeasure(schema, sample, gap),
        ...together(schema, same.length === 1 ? [...tellers, ...same] : tellers, gap),
      ].toSorted((left, right) => right.strength - left.strength)
      outcomes.push({ p: null, statement: found[0]?.statement ?? null })
      await context.yieldToEventLoop()
    }
    return outcomes
  },
}

/** A column with its gaps in the rows of the coded sample. */
interface Gaps {
  readonly gap: ColumnProfile
  readonly missing: readonly boolean[]
}

function gapped({ columns, rows }: TableSchema): readonly ColumnProfile[] {
  return columns
    .filter(({ column: { nulls } }) => nulls >= Math.max(leastGaps, leastShare * rows) && rows - nulls >= leastGaps)
    .slice(0, mostGapped)
}

/** One pass over the sample for all columns, thinned to the rows of the coded sample as that is. */
async function gapsOf(schema: TableSchema, artefacts: Artefacts, rows: number): Promise<readonly Gaps[]> {
  const { dialect, sample, relation } = schema
  const columns = gapped(schema)
  const quoted = columns.map(({ column }) => dialect.identifier(column.name))
  const flags = quoted.map((name) => dialect.double(dialect.indicator(`${name} IS NULL`)))
  const arrays = await artefacts.source.numbers(sample.sql(relation, quoted), flags, sample.rows)
  const step = Math.max(1, sample.rows / Math.max(1, rows))
  return columns.map((gap, index) => ({
    gap,
    missing: Array.from({ length: rows }, (_, row) => arrays[index]?.[Math.floor(row * step)] === 1),
  }))
}

function tests(schema: TableSchema): number {
  return Math.max(1, schema.dimensions.length + Math.min(mostMeasures, schema.measures.length) + gapped(schema).length)
}

function byCategory(schema: TableSchema, sample: CodedSample, { gap, missing }: Gaps): Pattern[] {
  const found: Pattern[] = []
  for (const dimension of schema.dimensions) {
    const coded = sample.dimensions.get(dimension.column.name)
    if (coded === undefined || dimension.column.name === gap.column.name || coded.labels.length > mostCategories)
      continue
    const rows = coded.labels.map(() => 0)
    const gaps = coded.labels.map(() => 0)
    for (const [row, code] of coded.codes.entries()) {
      if (code >= rows.length) continue
      rows[code] = (rows[code] ?? 0) + 1
      if (missing[row]) gaps[code] = (gaps[code] ?? 0) + 1
    }
    const n = sum(rows)
    const share = sum(gaps) / Math.max(1, n)
    if (!(share > 0 && share < 1)) continue
    let statistic = 0
    let most: { readonly category: string; readonly residual: number } | null = null
    for (const [code, category] of coded.labels.entries()) {
      const size = rows[code] ?? 0
      if (size === 0) continue
      const residual = ((gaps[code] ?? 0) - size * share) / Math.sqrt(size * share * (1 - share))
      statistic += residual ** 2
      if (size >= leastCellRows && residual > (most?.residual ?? 2)) most = { category, residual }
    }
    const v = Math.sqrt(statistic / n)
    if (most === null || v < leastV || chiSquareUpperP(statistic, rows.length - 1) > mostP / tests(schema)) continue
    const strength = between(v, 0.1, 0.6)
    found.push({ strength, statement: categoryStatement(schema, gap, dimension, most.category, strength) })
  }
  return found
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function categoryStatement(
  schema: TableSchema,
  gap: ColumnProfile,
  dimension: ColumnProfile,
  category: string,
  strength: number,
): PatternStatement {
  const { dialect } = schema
  const part = `${dimension.text} = ${dialect.text(category)}`
  return {
    ...base(schema, gap, dimension.column.name, strength),
    location: category,
    effect: { name: 'share missing', value: 'part_share' },
    evidence: { sql: [partSql(schema, gap, part)], derived: {} },
    details: { column: gap.column.name, other: dimension.column.name, all: null, category, form: 'category' },
  }
}

/** Gaps within and without a part of the rows. */
function partSql({ dialect, relation }: TableSchema, gap: ColumnProfile, part: string): string {
  const missing = `${dialect.identifier(gap.column.name)} IS NULL`
  const rest = `(${part}) IS NOT TRUE`
  return `SELECT ${dialect.countIf(missing)} AS missing, ${dialect.countIf(`${missing} AND ${part}`)} AS part_missing, ${dialect.countIf(part)} AS part_rows,
  ${dialect.ratio(dialect.countIf(`${missing} AND ${part}`), dialect.countIf(part))} AS part_share,
  ${dialect.ratio(dialect.countIf(`${missing} AND ${rest}`), `greatest(1, ${dialect.countIf(rest)})`)} AS rest_share,
  ${dialect.double('NULL')} AS gap_mean, ${dialect.double('NULL')} AS rest_mean, count(*) AS n FROM ${relation}`
}

function byMeasure(schema: TableSchema, sample: CodedSample, { gap, missing }: Gaps): Pattern[] {
  const others = schema.measures.filter(({ column }) => column.name !== gap.column.name).slice(0, mostMeasures)
  return others.flatMap((measure): Pattern[] => {
    const values = sample.numbers.get(measure.column.name) ?? new Float64Array()
    const [without, present] = [true, false].map((side) =>
      meanAndVariance(values.filter((value, row) => missing[row] === side && !Number.isNaN(value))),
    )
    if (!without || !present || without.n < leastGaps || present.n < leastGaps) return []
    const difference = hedgesG(without, present)
    const p = welchAnova([without, present])?.p ?? 1
    if (difference === null || Math.abs(difference.g) < leastG || p > mostP / tests(schema)) return []
    const strength = between(Math.abs(difference.g), 0.2, 1.2)
    return [{ strength, statement: measureStatement(schema, gap, measure, difference.g > 0, strength) }]
  })
}

function measureStatement(
  schema: TableSchema,
  gap: ColumnProfile,
  { column, sql }: ColumnProfile,
  higher: boolean,
  strength: number,
): PatternStatement {
  const { dialect } = schema
  const missing = `${dialect.identifier(gap.column.name)} IS NULL`
  const query = `SELECT ${dialect.countIf(missing)} AS missing, CAST(NULL AS BIGINT) AS part_missing, CAST(NULL AS BIGINT) AS part_rows,
  ${dialect.double('NULL')} AS part_share, ${dialect.double('NULL')} AS rest_share, ${dialect.mean(sql)} FILTER (WHERE ${missing}) AS gap_mean,
  ${dialect.mean(sql)} FILTER (WHERE NOT (${missing})) AS rest_mean, count(*) AS n FROM ${schema.relation}`
  return {
    ...base(schema, gap, column.name, strength),
    direction: higher ? 'higher' : 'lower',
    effect: { name: 'mean where missing', value: 'gap_mean' },
    evidence: { sql: [query], derived: {} },
    details: { column: gap.column.name, other: column.name, all: null, category: null, form: 'measure' },
  }
}

/** Gaps of two columns in the same rows; told of the column that comes first. */
function together(schema: TableSchema, all: readonly Gaps[], own: Gaps): Pattern[] {
  const { dialect } = schema
  const n = own.missing.length
  return all.slice(all.indexOf(own) + 1).flatMap((other): Pattern[] => {
    const [first, second] = [own, other].map(({ missing }) => missing.filter((one) => one).length)
    const both = own.missing.filter((one, row) => one && other.missing[row]).length
    const [left, right] = [first ?? 0, second ?? 0]
    const spread = Math.sqrt((left * (n - left) * right * (n - right)) / n ** 3)
    if (!(spread > 0)) return []
    const phi = (both - (left * right) / n) / (spread * Math.sqrt(n))
    if (phi < leastV || chiSquareUpperP(n * phi ** 2, 1) > mostP / tests(schema)) return []
    // Less telling than what else the gaps go with.
    const strength = 0.5 * between(phi, 0.1, 1)
    const { name } = other.gap.column
    const statement: PatternStatement = {
      ...base(schema, own.gap, name, strength),
      effect: { name: 'share missing', value: 'part_share' },
      evidence: { sql: [partSql(schema, own.gap, `${dialect.identifier(name)} IS NULL`)], derived: {} },
      details: { column: own.gap.column.name, other: name, all: null, category: null, form: 'together' },
    }
    return [{ strength, statement }]
  })
}

/** Three columns or more that lack their values in the same rows. */
function sameRows(schema: TableSchema, group: readonly Gaps[]): PatternStatement {
  const { dialect, relation } = schema
  const names = group.map(({ gap }) => gap.column.name)
  const gaps = names.map((name) => `${dialect.identifier(name)} IS NULL`)
  const [any, all] = [`(${gaps.join(' OR ')})`, `(${gaps.join(' AND ')})`]
  const nothing = ['part_share', 'rest_share', 'gap_mean', 'rest_mean'].map(
    (name) => `${dialect.double('NULL')} AS ${name}`,
  )
  const query = `SELECT ${dialect.countIf(any)} AS missing, ${dialect.countIf(all)} AS part_missing, CAST(NULL AS BIGINT) AS part_rows,
  ${nothing.join(', ')}, count(*) AS n FROM ${relation}`
  const [first, second] = group
  if (first === undefined || second === undefined) throw new Error('Gaps are alike in two columns at least')
  return {
    ...base(schema, first.gap, second.gap.column.name, sameStrength),
    columns: names,
    effect: { name: 'rows without any of them', value: 'part_missing' },
    evidence: { sql: [query], derived: {} },
    details: {
      column: first.gap.column.name,
      other: second.gap.column.name,
      all: JSON.stringify(names),
      category: null,
      form: 'same',
    },
  }
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
