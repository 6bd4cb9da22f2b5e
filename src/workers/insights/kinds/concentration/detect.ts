/** concentration: a few of many categories hold most of a measure that can be summed, or of the rows. A fact. */

import type { Artefacts } from '../../../analysis/artefacts.ts'
import { gini } from '../../../analysis/derive/categories.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import type { Measure, TableSchema } from '../../../analysis/schema.ts'
import type { PeriodAxis } from '../../../analysis/series/periods.ts'
import { between, type Detector, type Outcome, type Statement } from '../../detector.ts'
import { derivedBy } from '../../evidence-recipe.ts'
import type { names } from './names.ts'

const leastGroups = 10
/** Gini coefficient beyond what a random split of the rows over the categories would give. */
const leastExcess = 0.2

export const detectConcentration: Detector<typeof names> = {
  family: null,
  appliesTo: (schema) =>
    [...schema.dimensions, ...schema.longDimensions].some(({ column }) => column.distinct >= leastGroups),
  expectedWork: ({ longDimensions, rows }) => ({ work: longDimensions.length * (5 + rows * 1e-4) }),
  async run({ schema, artefacts }) {
    const outcomes: Outcome<typeof names>[] = []
    const dimensions = [...schema.dimensions, ...schema.longDimensions].filter(
      ({ column }) => column.role === 'dimension' && column.type === 'category' && column.distinct >= leastGroups,
    )
    for (const dimension of dimensions) {
      for (const whole of wholesOf(schema, dimension)) {
        outcomes.push({ p: null, statement: await concentrationOf(schema, artefacts, dimension, whole) })
      }
    }
    return outcomes
  },
}

/** What is held: the rows, the sum of a measure, or what there was of a stock in the last whole period. */
interface Whole {
  readonly measure: Measure | null
  /** The period of a stock; null where all rows count. */
  readonly period: PeriodAxis | null
}

function wholesOf(schema: TableSchema, dimension: ColumnProfile): readonly Whole[] {
  const flows = schema.measures.filter((one) => spreadsOver(one, dimension.filled)).slice(0, 1)
  const { periods } = schema
  // Things followed over time are there in each period anew: their number of rows and their sum over time say nothing.
  const followed = periods?.kind === 'panel' && periods.entity.some(({ column }) => column === dimension.column)
  const stocks = followed
    ? schema.measures.filter((one) => one.additivity === 'stock' && one.numeric.negatives === 0)
    : []
  return [
    { measure: null, period: null },
    ...flows.map((measure) => ({ measure, period: null })),
    ...stocks.slice(0, 1).map((measure) => ({ measure, period: periods })),
  ]
}

interface Amount {
  readonly group: string
  readonly amount: number
}

async function amountsOf(
  artefacts: Artefacts,
  schema: TableSchema,
  dimension: ColumnProfile,
  whole: Whole,
): Promise<readonly Amount[]> {
  const { measure, period } = whole
  if (period !== null) {
    const sql = amountsSql(schema, dimension, whole)
    const columns = await artefacts.once(`stock:${sql}`, () => artefacts.source.columns(sql))
    return (columns.category ?? []).map((group, row) => ({
      group: String(group),
      amount: Number(columns.amount?.[row] ?? 0),
    }))
  }
  const index = measure === null ? -1 : schema.measures.indexOf(measure)
  return (await artefacts.groups(dimension)).map(({ group, rows, summaries }) => {
    const summary = summaries[index]
    return { group, amount: measure === null ? rows : summary && summary.n > 0 ? summary.n * summary.mean : 0 }
  })
}

function fromSql({ relation }: TableSchema, dimension: ColumnProfile, { measure, period }: Whole): string {
  const conditions = [
    `${dimension.sql} IS NOT NULL`,
    ...(measure === null ? [] : [`${measure.sql} IS NOT NULL`]),
    ...(period === null
      ? []
      : [`${period.periodSql} = (SELECT max(${period.periodSql}) FROM ${relation} WHERE ${period.condition})`]),
  ]
  return `FROM ${relation} WHERE ${conditions.join(' AND ')}`
}

function amountsSql(schema: TableSchema, dimension: ColumnProfile, whole: Whole): string {
  const { dialect } = schema
  const amount = whole.measure === null ? 'count(*)' : dialect.sum(whole.measure.sql)
  return `SELECT ${dimension.text} AS category, ${amount} AS amount ${fromSql(schema, dimension, whole)} GROUP BY 1 ORDER BY amount DESC, 1`
}

async function concentrationOf(
  schema: TableSchema,
  artefacts: Artefacts,
  dimension: ColumnProfile,
  whole: Whole,
): Promise<Statement<typeof names> | null> {
  const { measure, period } = whole
  const found = await amountsOf(artefacts, schema, dimension, whole)
  const amounts = found.map(({ amount }) => amount)
  const own = gini(amounts)
  const sum = amounts.reduce((total, part) => total + part, 0)
  // One that holds half is dominant, which is another statement, or is the total of the others.
  const one = Math.max(...amounts) >= 0.49 * sum
  const chance = period === null ? randomGini(effectiveRows(dimension.filled, measure), found.length) : 0
  const [largest, next, third] = found.toSorted((left, right) => right.amount - left.amount)
  if (own === null || one || found.length < leastGroups || own - chance < leastExcess || largest === undefined)
    return null
  const last = period?.starts.at(-1) ?? null
  return {
    type: 'concentration',
    class: 'fact',
    columns: measure === null ? [dimension.column.name] : [dimension.column.name, measure.column.name],
    direction: 'higher',
    location: largest.group,
    effect: { name: 'gini', value: 'gini' },
    n: period === null ? dimension.filled : found.length,
    evidence: {
      sql: [amountsSql(schema, dimension, whole), `SELECT count(*) AS n ${fromSql(schema, dimension, whole)}`],
      derived: derivedBy('concentration', 0, ['amount'], {
        gini: 'gini',
        top_share: 'top_share',
        top_groups: 'top_groups',
        groups: 'groups',
        total: 'total',
      }),
    },
    details: {
      dimension: dimension.column.name,
      measure: measure?.column.name ?? null,
      best: largest.group,
      runner_up: next?.group ?? null,
      third: third?.group ?? null,
      period: last,
      grain: period?.unit ?? null,
    },
    caveats: [],
    score: {
      impact: 0.7,
      effect: between(own, 0.2, 0.9),
      surprise: measure === null ? 0.35 : 0.5,
      readability: 1,
    },
  }
}

/** A sum over nearly all rows: the parts of a measure that is mostly missing are the parts of what was filled in. */
function spreadsOver({ additivity, numeric }: Measure, rows: number): boolean {
  return additivity === 'flow' && numeric.negatives === 0 && numeric.n >= 0.8 * rows
}

/**
 * As many equal rows as scatter like these: a few rows that hold most of a sum make any grouping of it look concentrated.
 * Source: Kish, Survey Sampling (1965), section 8.2: n / (1 + cv²).
 */
function effectiveRows(rows: number, measure: Measure | null): number {
  if (measure === null || !(measure.numeric.mean > 0)) return rows
  return rows / (1 + (measure.numeric.sd / measure.numeric.mean) ** 2)
}

/** Expected Gini coefficient when `rows` equal rows fall on `groups` categories at random: Poisson counts, about 0.56/√mean. */
function randomGini(rows: number, groups: number): number {
  return Math.min(1, 0.5642 / Math.sqrt(rows / Math.max(1, groups)))
}
