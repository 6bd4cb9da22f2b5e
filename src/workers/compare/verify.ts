/** Recomputes every number of a comparison from its evidence, and holds its sentences to them. */
import type { Comparison } from '../../shared/comparison/comparison.ts'
import { sayNote } from '../../shared/story/note.ts'
import { textsIn } from '../../shared/texts/texts.ts'
import { totalChangeNumbers } from '../analysis/derive/total-change.ts'
import { deriveBy } from '../insights/derivations.ts'
import { sameValue } from '../story/verify/compare.ts'
import { QueryRunner, recompute } from '../story/verify/recompute.ts'
import { checkNumber } from '../story/verify/texts.ts'
import { totalFunction } from './changes.ts'
import type { Asked } from './sides.ts'

/** Throws where a number of a sentence is not the one its evidence holds, or comes out otherwise when recomputed. */
export async function verifyComparison(
  { headline, sections, changes }: Pick<Comparison, 'headline' | 'sections' | 'changes'>,
  asked: Asked | null,
  locale: string,
): Promise<Comparison['verified']> {
  const paragraphs = [headline, ...sections.flatMap((section) => section.paragraphs)]
  const evidence = new Map(changes.map((change) => [change.id, change]))
  const wrong = paragraphs.flatMap((paragraph) =>
    paragraph.numbers.flatMap((number) => checkNumber(paragraph, number, evidence, locale)),
  )
  const stated = paragraphs.reduce((sum, { numbers }) => sum + numbers.length, 0)
  const [first] = wrong
  if (first !== undefined) throw new Error(`A sentence of the comparison does not hold to its evidence: ${first.why}`)
  if (asked === null) return { numbers: stated, matched: stated }
  const runner = new QueryRunner(asked)
  const derive = deriveBy(new Map([[totalFunction, totalChangeNumbers]]))
  let values = 0
  for (const change of changes) {
    for (const [name, result] of await recompute(change, runner, derive)) {
      values += 1
      const value = change.evidence.values[name] ?? null
      if (result.outcome === 'value' && sameValue(value, result.value)) continue
      const came = result.outcome === 'value' ? String(result.value) : sayNote(textsIn('en'), result.why)
      throw new Error(`${name} of ${change.id} is ${String(value)} and came out as ${came}`)
    }
  }
  return { numbers: stated + values, matched: stated + values }
}
