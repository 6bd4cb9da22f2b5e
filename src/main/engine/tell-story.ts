/** From finished stages to a story: every number recomputed from its evidence first. */

import { StoryglassError } from '../../shared/failure/failure.ts'
import { jobOptionsSchema } from '../../shared/job/job.ts'
import { composeStory } from '../../shared/story/compose.ts'
import type { Story, Verification } from '../../shared/story/story.ts'
import type { StoryParts } from '../jobs/run.ts'
import { finished } from '../jobs/stage-inputs.ts'
import type { WorkerPool } from '../pool/work.ts'
import { outputOf } from './task-output.ts'

export interface TellStoryOptions {
  readonly pool: WorkerPool
  readonly engineVersion: string
  readonly clock: () => number
  readonly newId: () => string
}

const examplesInDetail = 5

/** Throws `evidence_mismatch`, naming the first ones, when a number cannot be recomputed: such a story is not saved. */
export function createStoryTeller(options: TellStoryOptions) {
  return async (parts: StoryParts, signal: AbortSignal): Promise<Story> => {
    const { job, outputs } = parts
    const narrative = finished(outputs, 'narrate')
    const { tables } = finished(outputs, 'convert')
    const verification = outputOf(
      'verify',
      await options.pool.runTask(
        'verify',
        { tables, convertDir: parts.convertDir, insights: narrative.insights },
        { signal, lane: 'stages' },
      ),
    )
    if (verification.failed.length > 0 || verification.matched !== verification.numbers) {
      throw new StoryglassError('evidence_mismatch', mismatchDetail(verification))
    }
    const { sheet, seed } = jobOptionsSchema.parse(JSON.parse(job.options))
    return composeStory({
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
      },
      analysis: finished(outputs, 'analyze'),
      narrative,
      visuals: finished(outputs, 'visualize'),
      timings: parts.timings,
      verified: { numbers: verification.numbers, matched: verification.matched },
    })
  }
}

function mismatchDetail(verification: Verification): string {
  const examples = verification.failed
    .slice(0, examplesInDetail)
    .map(({ insight, name, stated, recomputed, why }) => `${insight}.${name}: ${stated} is ${recomputed} (${why})`)
  return `${verification.matched} of ${verification.numbers} numbers match. ${examples.join('; ')}`
}
