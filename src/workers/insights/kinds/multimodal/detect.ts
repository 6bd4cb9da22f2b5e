/**
 * multimodal: the values of a measure gather in two or three places with few between. A finding: Hartigan's dip, and a
 * valley at least a fifth less dense than the lower of its peaks.
 *
 * Rows that resemble their neighbours in time, or the others of their key, count as fewer.
 */
import { modesOfMeasure } from '../../../analysis/measure-modes.ts'
import type { Measure, TableSchema } from '../../../analysis/schema.ts'
import { leastDepth } from '../../../analysis/shape/modes.ts'
import { between, type Detector, gatedOut, type Outcome } from '../../detector.ts'
import { derivedBy } from '../../evidence-recipe.ts'
import type { names } from './names.ts'

const leastRows = 50
/** Fewer different values are grades, and each is a place of its own. */
const leastDistinct = 15
const mostParts = 3

export const detectMultimodal: Detector<typeof names> = {
  family: () => 'multimodal × rows',
  appliesTo: (schema) => schema.measures.some(mayHave),
  expectedWork: ({ measures, sample }) => ({ work: measures.length * (3 + Math.min(sample.rows, 20_000) * 1e-3) }),
  async run({ schema, artefacts, context }) {
    const outcomes: Outcome<typeof names>[] = []
    for (const measure of schema.measures.filter(mayHave)) {
      const { modes, independent } = await modesOfMeasure(schema, artefacts, measure)
      const parts = (modes?.valleys.length ?? 0) + 1
      const told = modes !== null && parts > 1 && parts <= mostParts && modes.depth >= leastDepth
      outcomes.push(told ? { p: modes.p, statement: statementOf(schema, measure, modes, independent) } : gatedOut(null))
      await context.yieldToEventLoop()
    }
    return outcomes
  },
}

function mayHave({ numeric, column }: Measure): boolean {
  return numeric.n >= leastRows && column.distinct >= leastDistinct
}

function statementOf(
  schema: TableSchema,
  measure: Measure,
  { valleys, depth }: { readonly valleys: readonly number[]; readonly depth: number },
  independent: number,
): NonNullable<Outcome<typeof names>['statement']> {
  const { dialect } = schema
  const { column, numeric, sql } = measure
  return {
    type: 'multimodal',
    class: 'finding',
    columns: [column.name],
    direction: 'none',
    effect: { name: 'depth of the valley', value: 'valley_depth' },
    testName: 'Hartigan dip',
    n: numeric.n,
    evidence: {
      sql: [
        partsSql(schema, measure, valleys),
        `SELECT ${dialect.double(sql)} AS value FROM ${schema.sample.sql(schema.relation, [dialect.identifier(column.name)])} WHERE ${sql} IS NOT NULL`,
      ],
      derived: derivedBy('modes', 1, ['value'], { dip: 'dip', valley_depth: 'valley_depth', p: 'p' }, { independent }),
    },
    details: { measure: column.name, sampled: schema.sample.partial },
    caveats: [],
    score: {
      impact: Math.sqrt(numeric.n / Math.max(1, schema.rows)),
      effect: between(depth, 0.1, 0.9),
      surprise: 0.5,
      readability: 1,
    },
  }
}

/** Exact counts and medians of the parts into which the valleys divide all rows. */
function partsSql({ dialect, relation }: TableSchema, { sql }: Measure, valleys: readonly number[]): string {
  const [first = 0, last = first] = [valleys[0], valleys.at(-1)]
  const part = (name: string, condition: string): string =>
    `${dialect.median(sql)} FILTER (WHERE ${condition}) AS ${name}_place, ${dialect.ratio(`count(${sql}) FILTER (WHERE ${condition})`, `count(${sql})`)} AS ${name}_share`
  const middle =
    valleys.length > 1
      ? part('middle', `${sql} >= ${first} AND ${sql} < ${last}`)
      : `${dialect.double('NULL')} AS middle_place, ${dialect.double('NULL')} AS middle_share`
  return `SELECT ${valleys.length + 1} AS parts, ${part('low', `${sql} < ${first}`)}, ${middle},
  ${part('high', `${sql} >= ${last}`)}, ${dialect.double(String(first))} AS valley, count(${sql}) AS n FROM ${relation}`
}
