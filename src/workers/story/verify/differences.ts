/** What is stated of one insight beside what its evidence gives. */
import type { Insight, Scalar } from '../../../shared/story/insight.ts'
import { note } from '../../../shared/story/note.ts'
import { sameValue } from './compare.ts'
import { type Mismatch, mismatch } from './mismatch.ts'
import type { Recomputed } from './recompute.ts'

/** The values of a statement that do not come out as stated. */
export function differences(insight: Insight, recomputed: ReadonlyMap<string, Recomputed>): Mismatch[] {
  return [...recomputed].flatMap(([name, result]) => {
    const stated: Scalar = insight.evidence.values[name] ?? null
    const about = { insight: insight.id, name, stated }
    if (result.outcome === 'impossible') return [mismatch({ ...about, recomputed: null }, result.why)]
    if (sameValue(stated, result.value)) return []
    return [mismatch({ ...about, recomputed: result.value }, note('verification.otherValue'))]
  })
}

/** The effect and the number of rows are shown beside the sentence: they must be values of the evidence, too. */
export function summaryDifferences(insight: Insight): Mismatch[] {
  const { effect, evidence, id, n, test } = insight
  const values = Object.values(evidence.values)
  const parts = [
    { name: 'effect.value', value: effect.value },
    { name: 'effect.low', value: effect.low },
    { name: 'effect.high', value: effect.high },
    { name: 'n', value: n },
    { name: 'test.p', value: test?.p ?? null },
  ]
  return parts
    .filter(({ value }) => value !== null && !values.some((one) => sameValue(one, value)))
    .map(({ name, value }) =>
      mismatch({ insight: id, name, stated: value, recomputed: null }, note('verification.notOfEvidence')),
    )
}
