/**
 * cluster: the rows fall into two to four clusters that at least two measures tell apart. A finding; a mixture of
 * Gaussians of the number that BIC prefers, found on both halves of the rows, with a gap between neighbours (dip).
 *
 * Not over time or of repeated keys, where rows resemble each other anyway.
 */
import { clusterLetters } from '../../../analysis/derive/shape.ts'
import { inSteps } from '../../../analysis/in-steps.ts'
import { modesOfMeasure } from '../../../analysis/measure-modes.ts'
import { derivedPairs } from '../../../analysis/redundancy.ts'
import type { Measure, TableSchema } from '../../../analysis/schema.ts'
import { type RowClusters, rowClustersInSteps } from '../../../analysis/shape/clusters.ts'
import { between, type Detector, gatedOut, type Outcome } from '../../detector.ts'
import { derivedBy, sameNames } from '../../evidence-recipe.ts'
import { overTime } from '../correlation/detect.ts'
import { names } from './names.ts'

const leastRows = 100
/** Grades make a cluster each. */
const leastDistinct = 15
const mostMeasures = 6
/** Measures looked at for heaps of their own. */
const mostCandidates = 12
const leastSeparating = 2
/** Measures named in the sentence. */
const mostNamed = 3
const leastIndependent = 0.5

export const detectCluster: Detector<typeof names> = {
  family: () => 'cluster × rows',
  appliesTo: (schema) => !overTime(schema) && candidates(schema).length >= leastSeparating,
  expectedWork: (schema) => ({ work: 120 * Math.min(mostMeasures, candidates(schema).length) }),
  async run({ schema, artefacts, context }) {
    const all = candidates(schema)
    const parted: Measure[] = []
    for (const measure of all) {
      const { modes, independent } = await modesOfMeasure(schema, artefacts, measure)
      if (independent < leastIndependent) return [gatedOut(null)]
      if ((modes?.valleys.length ?? 0) > 0) parted.push(measure)
    }
    // Where clusters show in single measures already, the others only blur them.
    const measures = (parted.length >= leastSeparating ? parted : all).slice(0, mostMeasures)
    await context.yieldToEventLoop()
    const columns = measures.map(({ column }) => schema.sample.columns.get(column.name) ?? new Float64Array())
    const found = await inSteps(rowClustersInSteps(columns), () => context.yieldToEventLoop())
    if (found === null || found.clusters.length > clusterLetters.length) return [gatedOut(null)]
    if (found.separating < leastSeparating || found.n < leastRows) return [gatedOut(found.p)]
    return [{ p: found.p, statement: statementOf(schema, measures, found) }]
  },
}

/** The first measures of the table that are not made of one another. */
function candidates(schema: TableSchema): readonly Measure[] {
  if (schema.rows < leastRows) return []
  const derived = derivedPairs(schema)
  const chosen: Measure[] = []
  for (const measure of schema.measures) {
    if (chosen.length === mostCandidates) break
    if (measure.column.distinct < leastDistinct || !schema.sample.columns.has(measure.column.name)) continue
    if (chosen.some(({ column }) => derived.has(column.name, measure.column.name))) continue
    chosen.push(measure)
  }
  return chosen
}

function statementOf(
  schema: TableSchema,
  measures: readonly Measure[],
  { clusters, separations, separating, n }: RowClusters,
): NonNullable<Outcome<typeof names>['statement']> {
  const { dialect } = schema
  const named = [...measures.keys()]
    .toSorted((left, right) => (separations[right] ?? 0) - (separations[left] ?? 0))
    .slice(0, Math.min(mostNamed, separating))
  const [first = 0, second = 0, third = null] = named
  const nameAt = (position: number | null): string | null =>
    position === null ? null : (measures[position]?.column.name ?? null)
  const list = measures.map(({ sql }, index) => `${dialect.double(sql)} AS m${index}`)
  const columns = measures.map(({ column }) => dialect.identifier(column.name))
  const smallest = Math.min(...clusters.map(({ share }) => share))
  return {
    type: 'cluster',
    class: 'finding',
    columns: measures.map(({ column }) => column.name),
    direction: 'none',
    effect: { name: 'clusters', value: 'clusters' },
    testName: 'Hartigan dip between clusters',
    n,
    evidence: {
      sql: [`SELECT ${list.join(', ')} FROM ${schema.sample.sql(schema.relation, columns)}`],
      derived: derivedBy(
        'clusters',
        0,
        measures.map((_, index) => `m${index}`),
        sameNames(names),
        { first, second, third },
      ),
    },
    details: {
      first: nameAt(first),
      second: nameAt(second),
      third: nameAt(third),
      sampled: schema.sample.partial,
    },
    caveats: schema.sample.partial ? [{ caveat: 'sampled' }] : [],
    score: {
      impact: Math.sqrt(n / Math.max(1, schema.sample.rows)),
      effect: between(separations[second] ?? 0, 1, 5) * between(smallest, 0, 0.15),
      surprise: 0.7,
      readability: 0.9,
    },
  }
}
