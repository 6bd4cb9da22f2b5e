/**
 * Before a comparison leads it is made again with each other column held the same: where over half of it goes, the
 * sentence says so. The numbers are in its evidence, as `held_within` and its interval.
 */
import type { Artefacts } from '../../analysis/artefacts.ts'
import { type CodedSample, codedSample } from '../../analysis/controls/coded-sample.ts'
import { type Comparison, columnsOf, heldEvidence, heldInSample } from '../../analysis/controls/comparison.ts'
import { type Control, controlsOf } from '../../analysis/controls/control.ts'
import { correlationOfRanks, type Held } from '../../analysis/controls/held.ts'
import { heldByLevel } from '../../analysis/derive/held.ts'
import { derivedPairs, type PairSet } from '../../analysis/redundancy.ts'
import type { TableSchema } from '../../analysis/schema.ts'
import { confounding } from '../../analysis/statistics/confounding.ts'
import type { Statement } from '../detector.ts'
import { derivedBy } from '../evidence-recipe.ts'
import { kindOf } from '../kinds/index.ts'

/** Part of the rows that must lie in levels with both sides: of a few rows nothing follows for all. */
const mostlyCovered = 0.5
/** So close a control is the measure itself under another name. */
const nearlyTheSame = 0.9
/** Less than this part left is as good as nothing. */
const vanished = 0.15

/** The statement, with what becomes of it within levels of the control in which least is left; else as it was. */
export async function heldSame(statement: Statement, schema: TableSchema, artefacts: Artefacts): Promise<Statement> {
  const comparison = kindOf(statement.type).compares?.(statement, schema) ?? null
  if (comparison === null) return statement
  const sample = await codedSample(schema, artefacts)
  const derived = derivedPairs(schema)
  const least = controlsOf(schema, sample)
    .filter((control) => mayExplain(sample, derived, comparison, control))
    .map((control) => ({ control, left: partLeft(heldInSample(sample, comparison, control)) }))
    .filter(({ left }) => left !== null)
    .sort((one, other) => Math.abs(one.left ?? 0) - Math.abs(other.left ?? 0))[0]
  if (least === undefined) return statement
  const evidence = heldEvidence(schema, comparison, least.control)
  const rows = await artefacts.source.columns(evidence.sql)
  const { held } = heldByLevel(
    evidence.function,
    evidence.columns.map((name) => rows[name] ?? []),
  )
  // Of all rows, not only of the sample.
  const left = partLeft(held)
  if (left === null) return statement
  const { sql, derived: known } = statement.evidence
  const results = { held_within: 'within', held_low: 'within_low', held_high: 'within_high' }
  return {
    ...statement,
    evidence: {
      sql: [...sql, evidence.sql],
      derived: { ...known, ...derivedBy(evidence.function, sql.length, evidence.columns, results) },
    },
    details: {
      ...statement.details,
      held_control: least.control.profile.column.name,
      held_binned: least.control.binned,
      held_form: comparison.kind,
      held_measure: comparison.kind === 'means' ? comparison.measure.column.name : null,
      held_verdict: Math.abs(left) < vanished ? 'vanishes' : left < 0 ? 'turns' : 'shrinks',
    },
  }
}

/** What part of the effect is left within levels, where under half is, and surely less than over all rows; else null. */
function partLeft(held: Held | null): number | null {
  if (held === null || held.covered < mostlyCovered || held.levels < 2) return null
  const { overall, within } = held
  const change = confounding(overall, within)
  if (change === 'held' || change === 'strengthened') return null
  const surely = overall.value > within.high || overall.value < within.low
  return surely ? within.value / overall.value : null
}

/** A third column, and not one of the two in other words or made of them. */
function mayExplain(sample: CodedSample, derived: PairSet, comparison: Comparison, control: Control): boolean {
  const [x, y] = columnsOf(comparison)
  const { name } = control.profile.column
  if (name === x || name === y || derived.has(name, x) || derived.has(name, y)) return false
  const [toX, toY] = [correlationIn(sample, name, x), correlationIn(sample, name, y)]
  if (Math.max(toX ?? 0, toY ?? 0) >= nearlyTheSame) return false
  if (comparison.kind !== 'ranks' || toX === null || toY === null) return true
  // Two measures go together through a third only where it goes with either more closely than they with each other.
  const between = correlationIn(sample, x, y) ?? 1
  return toX > between && toY > between
}

/** Size of the rank correlation of two measures on the sample; null where either is none. */
function correlationIn(sample: CodedSample, first: string, second: string): number | null {
  const [x, y] = [sample.ranks.get(first), sample.ranks.get(second)]
  if (x === undefined || y === undefined) return null
  const rho = correlationOfRanks(x, y)
  return rho === null ? null : Math.abs(rho)
}
