/** The multiplicity control: which findings survive, given everything that was tried. */
import { benjaminiHochberg, simes } from './statistics/multiple-tests.ts'

/** Tests of one type at one grain, enumerated from the schema, never from results. */
export interface TestFamily {
  readonly name: string
  /** Tests that have a p-value; ids are unique over all families. */
  readonly tests: readonly { readonly id: string; readonly p: number }[]
  /** All tests the family has, those gated out before a p-value included; those count as p = 1. */
  readonly count: number
}

export interface ControlledTest {
  readonly kept: boolean
  /** Adjusted over families and within its own: kept exactly when it is at most the level. */
  readonly q: number
  readonly family: string
}

export interface ControlledFamily {
  readonly name: string
  /** Number of tests counted. */
  readonly tests: number
  /** Simes' p of "nothing in this family". */
  readonly simes: number
  readonly selected: boolean
  /** Number of tests kept. */
  readonly kept: number
}

export interface ControlResult {
  readonly tests: ReadonlyMap<string, ControlledTest>
  readonly families: readonly ControlledFamily[]
  /** Tests counted over all families: what the story says was tried. */
  readonly testsTried: number
}

/**
 * Simes' p a family, Benjamini–Hochberg across the m families at `level`, then Benjamini–Hochberg inside the R selected
 * ones at level·R/m. Bounds the expected share of false findings, averaged over the selected families, by `level`.
 * Families without tests do not count; a p that is not a number counts as 1. A test's q is the larger of its family's
 * adjusted p and its own, times m/R.
 *
 * Source: Benjamini & Bogomolov, J. R. Statist. Soc. B 76 (2014). O(t log t).
 */
export function controlMultiplicity(families: readonly TestFamily[], level = 0.05): ControlResult {
  const counted = families
    .map((family) => ({
      name: family.name,
      ids: family.tests.map((test) => test.id),
      pValues: family.tests.map((test) => (test.p >= 0 && test.p <= 1 ? test.p : 1)),
      count: Math.max(family.count, family.tests.length),
    }))
    .filter((family) => family.count > 0)
  const combined = counted.map((family) => simes(family.pValues, family.count))
  const adjusted = benjaminiHochberg(combined)
  const selectedCount = adjusted.filter((q) => q <= level).length
  const penalty = counted.length / Math.max(1, selectedCount)
  const tests = new Map<string, ControlledTest>()
  const results = counted.map((family, position): ControlledFamily => {
    const familyQ = adjusted[position] ?? 1
    let kept = 0
    benjaminiHochberg(family.pValues, family.count).forEach((own, index) => {
      const q = Math.min(1, Math.max(familyQ, own * penalty))
      const id = family.ids[index] ?? ''
      tests.set(id, { kept: q <= level, q, family: family.name })
      if (q <= level) kept++
    })
    const simesP = combined[position] ?? 1
    return { name: family.name, tests: family.count, simes: simesP, selected: familyQ <= level, kept }
  })
  return { tests, families: results, testsTried: counted.reduce((sum, family) => sum + family.count, 0) }
}
