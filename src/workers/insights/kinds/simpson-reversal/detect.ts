/**
 * simpson_reversal: a difference or a correlation over all rows runs the other way within the levels of a third column.
 * A finding; both effects beyond their gates, both intervals without 0, in two thirds of the levels at least.
 *
 * Source: Simpson, J. R. Statist. Soc. B 13 (1951); Bickel, Hammel & O'Connell, Science 187 (1975).
 */
import { comparisonOf, type Pair, pairsOf } from '../../../analysis/controls/candidates.ts'
import { clusteredPairs } from '../../../analysis/controls/clustered.ts'
import { codedSample } from '../../../analysis/controls/coded-sample.ts'
import { type Comparison, columnsOf, heldEvidence, heldInSample } from '../../../analysis/controls/comparison.ts'
import { type Control, controlsOf } from '../../../analysis/controls/control.ts'
import type { Held } from '../../../analysis/controls/held.ts'
import { heldByLevel, type LevelEffect } from '../../../analysis/derive/held.ts'
import { derivedPairs } from '../../../analysis/redundancy.ts'
import type { TableSchema } from '../../../analysis/schema.ts'
import { confounding } from '../../../analysis/statistics/confounding.ts'
import { between, type Detector, type DetectorRun, gatedOut, type Outcome } from '../../detector.ts'
import { derivedBy, sameNames } from '../../evidence-recipe.ts'
import { overTime } from '../correlation/detect.ts'
import { ratePairs } from '../rate-difference/pairs.ts'
import { names } from './names.ts'

const leastRows = 40
const leastLevels = 2
/** Part of the levels in which the sign must be turned round, and of the rows that must lie in levels with both sides. */
const mostLevelsTurned = 2 / 3
const mostlyCovered = 0.5

/** Least effects over all rows and within levels, and what is large: in standard deviations, shares, or correlations. */
const gates = {
  means: { overall: 0.2, within: 0.1, large: 0.5 },
  rates: { overall: 0.05, within: 0.03, large: 0.15 },
  ranks: { overall: 0.2, within: 0.15, large: 0.5 },
} as const satisfies Record<Comparison['kind'], object>
/** Least placed effect of what passed them. */
const leastPlaced = 0.9

export const detectSimpsonReversal: Detector<typeof names> = {
  family: () => 'simpson_reversal × rows',
  // Rows of a series or panel repeat each other: no interval there means what it says.
  appliesTo: (schema) => !overTime(schema) && schema.rows >= leastRows && schema.dimensions.length > 0,
  expectedWork: (schema) => ({ work: 5 + pairsToTest(schema).length * 0.3, parts: 1 }),
  async run(run) {
    const { schema, artefacts, context } = run
    const sample = await codedSample(schema, artefacts)
    const controls = controlsOf(schema, sample)
    const derived = derivedPairs(schema)
    const isClustered = await clusteredPairs(schema, artefacts)
    const outcomes: Outcome<typeof names>[] = []
    for (const pair of pairsToTest(schema)) {
      const free = controls.filter(({ profile }) => !namesOf(pair).includes(profile.column.name))
      // Every pair is tested with every control, also where a gate is closed before.
      const first = outcomes.length
      for (const _ of free) outcomes.push(gatedOut(null))
      const [x, y] = namesOf(pair)
      const comparison = derived.has(x, y) || isClustered(pair) ? null : comparisonOf(sample, pair)
      if (comparison === null) continue
      const turned = free.flatMap((control, index) => {
        const { name } = control.profile.column
        if (derived.has(x, name) || derived.has(y, name)) return []
        const held = heldInSample(sample, comparison, control)
        return held !== null && isReversal(comparison, held) ? [{ control, index, strength: strengthOf(held) }] : []
      })
      const strongest = turned.sort((left, right) => right.strength - left.strength)[0]
      if (strongest !== undefined) {
        outcomes[first + strongest.index] = await judge(run, comparison, strongest.control)
      }
      await context.yieldToEventLoop()
    }
    return outcomes
  },
}

function pairsToTest(schema: TableSchema): Pair[] {
  return pairsOf(
    schema,
    ratePairs(schema).map(({ of, ...pair }) => ({ ...pair, value: of.value })),
  )
}

function namesOf(pair: Pair): readonly [string, string] {
  switch (pair.kind) {
    case 'means':
      return [pair.dimension.column.name, pair.measure.column.name]
    case 'rates':
      return [pair.dimension.column.name, pair.outcome.column.name]
    case 'ranks':
      return [pair.first.column.name, pair.second.column.name]
  }
}

function isReversal(comparison: Comparison, held: Held): boolean {
  const { overall, within } = gates[comparison.kind]
  const unit = unitOf(comparison)
  return (
    held.levels >= leastLevels &&
    held.covered >= mostlyCovered &&
    held.against >= mostLevelsTurned * held.levels &&
    Math.abs(held.overall.value) >= overall * unit &&
    Math.abs(held.within.value) >= within * unit &&
    confounding(held.overall, held.within) === 'reversed'
  )
}

function unitOf(comparison: Comparison): number {
  return comparison.kind === 'means' ? comparison.measure.numeric.sd : 1
}

/** The smaller of the sure parts of both effects. */
function sureOf(held: Held): number {
  const parts = [held.overall, held.within].map(({ low, high }) => Math.min(Math.abs(low), Math.abs(high)))
  return Math.min(...parts)
}

function strengthOf(held: Held): number {
  return sureOf(held) * held.covered
}

async function judge(run: DetectorRun, comparison: Comparison, control: Control): Promise<Outcome<typeof names>> {
  const { schema, artefacts } = run
  const { sql, function: function_, columns } = heldEvidence(schema, comparison, control)
  const rows = await artefacts.source.columns(sql)
  const { held, levels } = heldByLevel(
    function_,
    columns.map((name) => rows[name] ?? []),
  )
  // What the sample showed may not hold of all rows.
  if (held === null || !isReversal(comparison, held)) return gatedOut(null)
  const level = comparison.kind === 'ranks' || control.binned ? null : largestTurned(levels, held.overall.value)
  return {
    p: Math.max(held.overall.p, held.within.p),
    statement: {
      type: 'simpson_reversal',
      class: 'finding',
      columns: [...columnsOf(comparison), control.profile.column.name],
      direction: directionOf(comparison, held),
      ...(comparison.kind === 'ranks' ? {} : { location: comparison.group }),
      effect: { name: effectNames[comparison.kind], value: 'within', low: 'within_low', high: 'within_high' },
      testName: 'both effects by their normal intervals',
      n: held.n,
      evidence: { sql: [sql], derived: derivedBy(function_, 0, columns, sameNames(names), { level }) },
      details: detailsOf(schema, comparison, control, level),
      caveats: comparison.kind === 'ranks' && schema.sample.partial ? [{ caveat: 'sampled' }] : [],
      score: {
        impact: Math.sqrt((held.n * held.covered) / Math.max(held.n, schema.rows)),
        // What turns round is the headline, however small both effects are: without it each is misread.
        effect:
          leastPlaced + (1 - leastPlaced) * between(sureOf(held) / unitOf(comparison), 0, gates[comparison.kind].large),
        surprise: 1,
        readability: 1,
      },
    },
  }
}

/** The level with most rows in which the sign is the other one. */
function largestTurned(levels: readonly LevelEffect[], overall: number): string | null {
  const turned = levels.filter(({ level, effect }) => level !== null && effect !== null && effect * overall < 0)
  return turned.toSorted((left, right) => right.rows - left.rows)[0]?.level ?? null
}

const effectNames = {
  means: 'difference of means within levels',
  rates: 'difference of shares within levels',
  ranks: 'rank correlation within levels',
} as const satisfies Record<Comparison['kind'], string>

function directionOf(comparison: Comparison, { overall }: Held) {
  const up = overall.value > 0
  if (comparison.kind === 'ranks') return up ? 'positive' : 'negative'
  return up ? 'higher' : 'lower'
}

function detailsOf(schema: TableSchema, comparison: Comparison, control: Control, level: string | null) {
  const [first, second] = columnsOf(comparison)
  const shared = { form: comparison.kind, first, second, control: control.profile.column.name, binned: control.binned }
  if (comparison.kind === 'ranks') {
    return { ...shared, group: null, rest: null, value: null, level, sampled: schema.sample.partial }
  }
  const groups = (comparison.dimension.column.stats.top ?? []).map(({ value }) => value)
  const rest = groups.length === 2 ? (groups.find((group) => group !== comparison.group) ?? null) : null
  const value = comparison.kind === 'rates' ? comparison.value : null
  return { ...shared, group: comparison.group, rest, value, level, sampled: false }
}
