/**
 * typical: what is usual, before anything is called unusual. The middle half of a measure that cannot be summed; the
 * commonest category of a dimension; how often it happened, where a column says whether it did. A fact.
 */
import type { GroupRow } from '../../../analysis/group-row.ts'
import type { NumericStats } from '../../../analysis/profile/numeric-stats.ts'
import { outcomeOf, tellsAnEnd } from '../../../analysis/profile/outcome.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import type { Measure, TableSchema } from '../../../analysis/schema.ts'
import { totalGroup } from '../../../analysis/total-rows.ts'
import type { Detector, Outcome } from '../../detector.ts'
import type { EvidenceRecipe } from '../../evidence-recipe.ts'
import { littleWork } from '../../work.ts'
import { type NamedEnds, namedEnds } from './named-ends.ts'
import type { names } from './names.ts'

const leastRows = 5
/** Values beyond which none were chosen one by one. */
const mostByDesign = 12
/** Categories beyond which the commonest is rare all the same. */
const leastShare = 0.05
/** More columns of ends than this are a list of marks, of which none leads. */
const mostEnds = 2

export const detectTypical: Detector<typeof names> = {
  family: null,
  appliesTo: (schema) => schema.rows >= leastRows && (schema.measures.length > 0 || schema.dimensions.length > 0),
  expectedWork: littleWork,
  async run({ schema, artefacts }) {
    const outcomes: Outcome<typeof names>[] = []
    const levels = schema.measures.filter(
      (measure) => measure.additivity !== 'flow' && measure.numeric.n >= leastRows && !isByDesign(measure),
    )
    const ends = await namedEnds(schema, artefacts, levels)
    for (const measure of levels) outcomes.push(middleOf(schema, measure, ends.get(measure)))
    const dimensions = schema.dimensions.filter(({ column }) => column.role === 'dimension')
    const isMain = mainOutcome(dimensions)
    for (const dimension of dimensions) {
      const groups = await artefacts.groups(dimension)
      // Rows of a total stand beside the rows they add up: counted together, no category's share means anything.
      const holdsTotal = schema.measures.some((_measure, index) => totalGroup(groups, index) !== null)
      outcomes.push(
        holdsTotal ? { p: null, statement: null } : categoryOf(schema, dimension, groups, isMain(dimension)),
      )
    }
    return outcomes
  },
}

/** Part of the rows of the commonest that the rarest has left where all began alike: some do not stay to the end. */
const leastStayed = 0.8

/** Doses, ages and trials of which each is there about as often as every other: their middle was chosen, and is no news. */
function isByDesign({ column: { distinct, stats } }: Measure): boolean {
  const counts = (stats.top ?? []).map(({ count }) => count)
  return (
    counts.length === distinct && distinct <= mostByDesign && Math.min(...counts) >= leastStayed * Math.max(...counts)
  )
}

function middleOf(
  schema: TableSchema,
  { column, sql, numeric }: Measure,
  ends: NamedEnds = { highest: null, lowest: null },
): Outcome<typeof names> {
  const { dialect } = schema
  if (!(numeric.max > numeric.min)) return { p: null, statement: null }
  // One list of quantiles: three of their own would each hold and part all values again.
  const query = `SELECT quartiles[2] AS middle, quartiles[1] AS lower, quartiles[3] AS upper,
  ${dialect.double('NULL')} AS share, CAST(NULL AS BIGINT) AS top, CAST(NULL AS BIGINT) AS groups, highest, lowest, n
FROM (SELECT max(${dialect.double(sql)}) AS highest, min(${dialect.double(sql)}) AS lowest,
  ${dialect.quantiles(dialect.double(sql), [0.25, 0.5, 0.75])} AS quartiles, count(${sql}) AS n FROM ${schema.relation})`
  return {
    p: null,
    statement: {
      type: 'typical',
      class: 'fact',
      columns: [column.name],
      direction: 'none',
      effect: { name: 'median', value: 'middle', low: 'lower', high: 'upper' },
      n: numeric.n,
      evidence: {
        sql: [query],
        derived: {},
        ...knownOf(query, numeric),
      },
      details: {
        measure: column.name,
        dimension: null,
        best: null,
        runner_up: null,
        highest: ends.highest,
        lowest: ends.lowest,
        outcome: false,
      },
      caveats: [],
      score: { impact: Math.sqrt(numeric.n / Math.max(1, schema.rows)), effect: 0.3, surprise: 0.2, readability: 1 },
    },
  }
}

/** Part of the largest value, by size, below which a quartile between values of either sign has lost its digits. */
const leastPart = 1e-5

/** Quartiles are the dearest of all that is asked of a long table: a quarter of a second each for a million rows. */
function knownOf(
  query: string,
  { median, q1, q3, n, min, max, negatives }: NumericStats,
): Pick<EvidenceRecipe, 'known'> {
  const least = leastPart * Math.max(Math.abs(min), Math.abs(max))
  if (negatives > 0 && [median, q1, q3].some((value) => Math.abs(value) < least)) return {}
  const ends = { highest: max, lowest: min }
  return {
    known: { [query]: { middle: median, lower: q1, upper: q3, share: null, top: null, groups: null, ...ends, n } },
  }
}

/** Of several columns of yes and no, those that tell how something ended are what a reader asks for first. */
function mainOutcome(dimensions: readonly ColumnProfile[]): (dimension: ColumnProfile) => boolean {
  const outcomes = dimensions.filter(({ column }) => outcomeOf(column)?.strength === 'named')
  const ends = outcomes.filter(({ column }) => tellsAnEnd(column))
  return (dimension) => outcomes.length === 1 || (ends.length <= mostEnds && ends.includes(dimension))
}

function categoryOf(
  schema: TableSchema,
  dimension: ColumnProfile,
  groups: readonly GroupRow[],
  isMain: boolean,
): Outcome<typeof names> {
  const { dialect } = schema
  const rows = groups.reduce((sum, group) => sum + group.rows, 0)
  const told = rows < leastRows ? null : (happened(dimension, groups) ?? commonest(groups, rows))
  if (told === null) return { p: null, statement: null }
  const { best, other, outcome } = told
  const text = dimension.text
  const sql = `WITH parts AS (
  SELECT ${text} AS category, count(*) AS rows FROM ${schema.relation} WHERE ${dimension.sql} IS NOT NULL GROUP BY 1
)
SELECT ${dialect.double('NULL')} AS middle, ${dialect.double('NULL')} AS lower, ${dialect.double('NULL')} AS upper,
  ${dialect.ratio(`max(rows) FILTER (WHERE category = ${dialect.text(best)})`, 'sum(rows)')} AS share,
  max(rows) FILTER (WHERE category = ${dialect.text(best)}) AS top, count(*) AS groups,
  ${dialect.double('NULL')} AS highest, ${dialect.double('NULL')} AS lowest, CAST(sum(rows) AS BIGINT) AS n FROM parts`
  return {
    p: null,
    statement: {
      type: 'typical',
      class: 'fact',
      columns: [dimension.column.name],
      direction: 'none',
      location: best,
      effect: { name: 'share', value: 'share' },
      n: rows,
      evidence: { sql: [sql], derived: {} },
      details: {
        measure: null,
        dimension: dimension.column.name,
        best,
        runner_up: other,
        highest: null,
        lowest: null,
        outcome,
      },
      caveats: [],
      score: {
        impact: Math.sqrt(rows / Math.max(1, schema.rows)),
        effect: outcome && isMain ? 0.5 : 0.3,
        surprise: outcome ? (isMain ? 0.4 : 0.25) : 0.15,
        readability: 1,
      },
    },
  }
}

interface ToldCategory {
  readonly best: string
  readonly other: string
  readonly outcome: boolean
}

function happened({ column }: ColumnProfile, groups: readonly GroupRow[]): ToldCategory | null {
  const outcome = outcomeOf(column)
  if (outcome?.strength !== 'named' || groups.length !== 2) return null
  return { best: outcome.value, other: outcome.other, outcome: true }
}

function commonest([first, second]: readonly GroupRow[], rows: number): ToldCategory | null {
  // Categories that share the first place have no commonest among them.
  if (first === undefined || second === undefined || first.rows === second.rows) return null
  return first.rows < leastShare * rows ? null : { best: first.group, other: second.group, outcome: false }
}
