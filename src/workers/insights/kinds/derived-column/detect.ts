/**
 * derived_column: a column is the sum, the difference, the product or the quotient of others, or the same in other units.
 * A fact, counted on all rows. Columns that only nearly agree, and those that share a divisor, are named as well: what
 * goes together by arithmetic is no finding.
 */

import { relationsOf } from '../../../analysis/relations/find-relations.ts'
import type { Relation, SharedDivisor } from '../../../analysis/relations/relation.ts'
import type { RangesOf, TableSchema } from '../../../analysis/schema.ts'
import type { Dialect } from '../../../source/dialect.ts'
import type { Detector, DetectorRun, Outcome, Statement } from '../../detector.ts'
import { derivedBy } from '../../evidence-recipe.ts'
import { formulaOf, formulaSql } from './formula.ts'
import type { names } from './names.ts'

type Own = Outcome<typeof names>

/** Part of the rows in which it must hold. */
const leastFits = 0.99
/** The first few are news; beyond, they are a list. */
const mostProminent = 2

export const detectDerivedColumn: Detector<typeof names> = {
  family: null,
  appliesTo: (schema) => schema.rows >= 10 && schema.columns.some(({ numeric }) => numeric !== null),
  expectedWork: ({ columns, rows }) => ({ work: 2 + columns.length * (2 + rows * 1e-5) }),
  async run(run) {
    const { exact, divisors } = relationsOf(run.schema)
    const outcomes: Own[] = []
    for (const relation of exact) {
      const rank = outcomes.length
      const statement =
        relation.kind === 'close'
          ? closeStatement(run.schema, relation, rank)
          : await exactStatement(run, relation, rank)
      if (statement !== null) outcomes.push({ p: null, statement })
      await run.context.yieldToEventLoop()
    }
    for (const ranges of run.schema.ranges) {
      const statement = await rangesStatement(run, ranges, outcomes.length)
      if (statement !== null) outcomes.push({ p: null, statement })
    }
    return [
      ...outcomes,
      ...divisors.map((divisor): Own => ({ p: null, statement: divisorStatement(run.schema, divisor) })),
    ]
  },
}

async function exactStatement(
  { schema, artefacts }: DetectorRun,
  relation: Exclude<Relation, { kind: 'close' }>,
  rank: number,
): Promise<Statement<typeof names> | null> {
  const formula = formulaOf(relation, schema)
  const sql = formulaSql(formula, schema)
  const { n, fits } = await artefacts.source.row<{ n: number; fits: number }>(sql)
  if (n === 0 || fits < leastFits * n) return null
  const { form, whole, from, otherParts } = formula
  const [first = '', second = null] = from
  const added = form === 'sum'
  return {
    ...shared(n, rank),
    class: 'fact',
    columns: [...new Set([whole, ...from, ...(otherParts ?? [])])],
    effect: { name: 'rows in which it holds', value: 'fits' },
    evidence: { sql: [sql], derived: {} },
    details: {
      form,
      whole,
      first,
      second,
      parts: added ? JSON.stringify(from) : null,
      other_parts: otherParts === null ? null : JSON.stringify(otherParts),
      word: null,
    },
    linksColumns: form === 'linear',
  }
}

function closeStatement(
  schema: TableSchema,
  { first, second }: Extract<Relation, { kind: 'close' }>,
  rank: number,
): Statement<typeof names> {
  const { dialect } = schema
  const [x, y] = [first, second].map((name) => schema.columns.find(({ column }) => column.name === name)?.sql)
  const columns = [first, second].map(dialect.identifier)
  return {
    ...shared(schema.sample.rows, rank),
    class: 'quality',
    columns: [first, second],
    effect: { name: 'Pearson r', value: 'pearson' },
    evidence: {
      sql: [
        `SELECT ${x} AS x, ${y} AS y FROM ${schema.sample.sql(schema.relation, columns)}
WHERE ${x} IS NOT NULL AND ${y} IS NOT NULL`,
        `SELECT ${nothing(schema.dialect, ['fits', 'largest', 'factor', 'offset', 'parts', 'low_end', 'high_start'])}`,
      ],
      derived: derivedBy('correlation', 0, ['x', 'y'], { pearson: 'pearson', n: 'n' }),
    },
    details: { form: 'close', whole: first, first, second, parts: null, other_parts: null, word: null },
    linksColumns: true,
  }
}

function divisorStatement(schema: TableSchema, { quotients, divisor, word }: SharedDivisor): Statement<typeof names> {
  const columns = [...quotients, ...(divisor === null ? [] : [divisor])]
  const [whole = '', first = divisor] = quotients
  return {
    ...shared(schema.rows, 0),
    class: 'fact',
    columns,
    effect: { name: 'columns with one divisor', value: 'parts' },
    evidence: {
      sql: [
        `SELECT count(*) AS n, ${quotients.length} AS parts, ${nothing(schema.dialect, ['fits', 'largest', 'factor', 'offset', 'pearson', 'low_end', 'high_start'])} FROM ${schema.relation}`,
      ],
      derived: {},
    },
    details: {
      form: 'divisor',
      whole,
      first,
      second: divisor,
      parts: JSON.stringify(quotients),
      other_parts: null,
      word,
    },
  }
}

/** Categories that are ranges, where they are so in all rows. */
async function rangesStatement(
  { schema, artefacts }: DetectorRun,
  { dimension, measure, categories }: RangesOf,
  rank: number,
): Promise<Statement<typeof names> | null> {
  const { dialect } = schema
  const of = (name: string) => schema.columns.find(({ column }) => column.name === name)
  const [category, value] = [of(dimension)?.text ?? '', dialect.double(of(measure)?.sql ?? '')]
  const sql = `WITH parts AS (
  SELECT ${category} AS category, min(${value}) AS low, max(${value}) AS high, count(*) AS n FROM ${schema.relation}
  WHERE ${category} IS NOT NULL AND ${value} IS NOT NULL GROUP BY 1
), placed AS (SELECT low, high, n, lag(high) OVER (ORDER BY low) AS before FROM parts)
SELECT CAST(sum(n) AS BIGINT) AS n, CAST(sum(CASE WHEN before IS NULL OR before < low THEN n ELSE 0 END) AS BIGINT) AS fits,
  ${nothing(dialect, ['largest', 'factor', 'offset', 'pearson'])}, count(*) AS parts,
  CASE WHEN count(*) = 2 THEN min(high) END AS low_end, CASE WHEN count(*) = 2 THEN max(low) END AS high_start FROM placed`
  const { n, fits } = await artefacts.source.row<{ n: number; fits: number }>(sql)
  if (n === 0 || fits < n) return null
  return {
    ...shared(n, rank),
    class: 'fact',
    columns: [dimension, measure],
    effect: { name: 'rows in which it holds', value: 'fits' },
    evidence: { sql: [sql], derived: {} },
    details: {
      form: 'ranges',
      whole: dimension,
      first: measure,
      second: null,
      parts: JSON.stringify(categories),
      other_parts: null,
      word: null,
    },
  }
}

function nothing(dialect: Dialect, values: readonly string[]): string {
  return values.map((name) => `${dialect.double('NULL')} AS ${dialect.identifier(name)}`).join(', ')
}

function shared(n: number, rank: number) {
  return {
    type: 'derived_column',
    direction: 'none',
    n,
    caveats: [],
    score: { impact: 1, effect: rank < mostProminent ? 0.5 : 0.2, surprise: 0.5, readability: 1 },
  } as const
}
