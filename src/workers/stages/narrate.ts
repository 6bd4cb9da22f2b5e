/** The narrate stage: from ranked insights to a titled story in sections, each number checked against its evidence. */
import type { StageInput, StageOutput } from '../../shared/contract/stages.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'
import type { WorkContext } from '../runtime/context.ts'
import { tell } from '../story/compose-story.ts'
import { verifyStory } from '../story/verify/verify.ts'

/**
 * Tells the story and recomputes each of its numbers from the stored tables. Throws `evidence_mismatch` when one does
 * not come out as stated: such a story is never saved.
 */
export async function narrate(input: StageInput<'narrate'>, context: WorkContext): Promise<StageOutput<'narrate'>> {
  const total = input.analysis.insights.length
  context.progress({ done: 0, total: Math.max(1, total), unit: 'statements', note: 'Putting it into words' })
  const story = tell(input)
  await context.breathe()
  const verification = await verifyStory(
    {
      tables: input.analysis.tables,
      convertDir: input.convertDir,
      insights: story.insights,
      sections: story.sections,
    },
    context,
    'Checking every number',
  )
  if (verification.failed.length > 0) {
    const lines = verification.failed.map(
      ({ insight, name, stated, recomputed, why }) =>
        `${insight}.${name}: stated ${stated}, recomputed ${recomputed}: ${why}`,
    )
    throw new StoryglassError('evidence_mismatch', lines.join('\n'))
  }
  return { ...story, verified: { numbers: verification.numbers, matched: verification.matched } }
}
