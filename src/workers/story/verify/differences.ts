/** What is stated of one insight beside what its evidence gives. */
import type { Insight, Scalar } from '../../../shared/story/insight.ts'
import type { Verification } from '../../../shared/story/story.ts'
import { sameValue } from './compare.ts'
import type { Recomputed } from './recompute.ts'

/** The values of a statement that do not come out as stated. */
export function differences(insight: Insight, recomputed: ReadonlyMap<string, Recomputed>): Verification['failed'] {
  return [...recomputed].flatMap(([name, result]) => {
    const stated: Scalar = insight.evidence.values[name] ?? null
    if (result.outcome === 'impossible')
      return [{ insight: insight.id, name, stated, recomputed: null, why: result.why }]
    if (sameValue(stated, result.value)) return []
    const why = 'the data give another value'
    return [{ insight: insight.id, name, stated, recomputed: result.value, why }]
  })
}

/** The effect and the number of rows are shown beside the sentence: they must be values of the evidence, too. */
export function summaryDifferences(insight: Insight): Verification['failed'] {
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
    .map(({ name, value }) => ({
      insight: id,
      name,
      stated: value,
      recomputed: null,
      why: 'no value of the evidence equals it',
    }))
}
