/** From finished stages to a story. Its numbers were recomputed by the narrate stage; here its words must be the same. */
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { jobOptionsSchema } from '../../../shared/job/job.ts'
import { composeStory } from '../../../shared/story/compose.ts'
import type { Section } from '../../../shared/story/story.ts'
import { finished, storyOutputs } from '../../jobs/pipelines/story.ts'
import type { JobResult } from '../../jobs/result.ts'
import type { FinishedParts } from '../../jobs/run-services.ts'
import { storedOrigin } from '../../jobs/view.ts'

export interface ComposeStoryOptions {
  readonly engineVersion: string
  readonly clock: () => number
  readonly newId: () => string
}

/**
 * Throws `evidence_mismatch` when the story to be saved is not, word for word, the one whose numbers were checked, or
 * when not all of them matched: such a story is not saved.
 */
export function createStoryComposer(options: ComposeStoryOptions) {
  return async ({ job, outputs: given, timings }: FinishedParts): Promise<JobResult> => {
    const outputs = storyOutputs(given)
    const narrative = finished(outputs, 'narrate')
    const visuals = finished(outputs, 'visualize')
    const { numbers, matched } = narrative.verified
    if (matched !== numbers) throw new StoryglassError('evidence_mismatch', `${matched} of ${numbers} numbers match`)
    if (wordsOf(visuals.sections) !== wordsOf(narrative.sections)) {
      throw new StoryglassError('evidence_mismatch', 'the words changed after their numbers were checked')
    }
    const { sheet, seed, focus } = jobOptionsSchema.parse(JSON.parse(job.options))
    const origin = storedOrigin(job)
    const story = composeStory({
      id: options.newId(),
      createdAt: new Date(options.clock()).toISOString(),
      engineVersion: options.engineVersion,
      seed,
      source: {
        name: job.source_name,
        bytes: job.source_bytes,
        sha256: job.sha256,
        kind: finished(outputs, 'import').kind,
        ...(sheet === null ? {} : { sheet }),
        ...(origin === null ? {} : { origin }),
      },
      focus,
      kept: finished(outputs, 'convert').kept,
      analysis: finished(outputs, 'analyze'),
      narrative,
      visuals,
      timings,
      verified: narrative.verified,
    })
    return { kind: 'story', story }
  }
}

/** All of the sections but their charts, as one text to compare. */
function wordsOf(sections: readonly Section[]): string {
  return JSON.stringify(sections.map(({ heading, paragraphs }) => [heading, paragraphs]))
}
