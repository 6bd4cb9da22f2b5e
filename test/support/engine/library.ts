/** A library in memory and a life for its jobs under a clock and dice of the test's own. */

import { type AtFaultPoint, noFaults } from '../../../src/main/jobs/faults.ts'
import { JobLifecycle } from '../../../src/main/jobs/lifecycle.ts'
import { canonicalOptions, optionsKey } from '../../../src/main/jobs/options-key.ts'
import type { JobResult } from '../../../src/main/jobs/result.ts'
import { type Library, openLibrary } from '../../../src/main/store/library.ts'
import { describeFailure, type Failure } from '../../../src/shared/failure/failure.ts'
import type { JobPriority } from '../../../src/shared/job/job.ts'
import type { Story } from '../../../src/shared/story/story.ts'
import { english } from '../english.ts'

export interface LifecycleBench {
  readonly library: Library
  readonly lifecycle: JobLifecycle
  /** Milliseconds since 1970; change it at will. */
  readonly clock: { now: number }
  /** Makes a job of a source whose content is `name`. */
  create(name: string, request?: { priority?: JobPriority; bytes?: number; seed?: number }): string
}

/** A story without a word, for what only needs there to be one. */
export function emptyStory(id: string): Story {
  return {
    version: 1,
    id,
    createdAt: '2026-01-01T00:00:00.000Z',
    engineVersion: '0.0.0',
    seed: 1,
    title: `Story ${id}`,
    subtitle: '',
    source: { name: `${id}.csv`, bytes: 1, sha256: '0'.repeat(64), kind: 'csv' },
    tables: [],
    findings: [],
    facts: [],
    leads: [],
    quality: [],
    sections: [],
    charts: [],
    method: { testsRun: 0, kept: 0, q: 0.05, families: [], sampled: false, rowsAnalysed: 0 },
    timings: { import: 0, convert: 0, analyze: 0, narrate: 0, visualize: 0 },
    verified: { numbers: 0, matched: 0 },
  }
}

/** What a job that told `emptyStory` comes to. */
export function emptyResult(id: string): JobResult {
  return { kind: 'story', story: emptyStory(id) }
}

export const largest = Number.MAX_SAFE_INTEGER
export const transient: Failure = describeFailure(english, 'worker_died', { name: 'a.csv' })
export const permanent: Failure = describeFailure(english, 'empty_file', { name: 'a.csv' })

export function lifecycleBench(
  options: { atFaultPoint?: AtFaultPoint; random?: () => number; file?: string } = {},
): LifecycleBench {
  const library = openLibrary(options.file ?? ':memory:')
  const clock = { now: 1_700_000_000_000 }
  let count = 0
  const lifecycle = new JobLifecycle({
    library,
    clock: () => clock.now,
    random: options.random ?? (() => 0.5),
    newId: () => `job-${++count}`,
    atFaultPoint: options.atFaultPoint ?? noFaults,
    describeSameContent: (name) => english.failures.sameContent({ name }),
    describeCrashes: (job) => describeFailure(english, 'process_died_repeatedly', { name: job.source_name }),
  })
  return {
    library,
    lifecycle,
    clock,
    create: (name, { priority = 'normal', bytes = 100, seed = 1 } = {}) => {
      const canonical = canonicalOptions({ seed })
      return lifecycle.create({
        source: {
          sha256: Buffer.from(name).toString('hex').padEnd(64, '0').slice(0, 64),
          name,
          path: `/files/${name}`,
          bytes,
          modified_at: 1,
          owned: 0,
        },
        pipeline: 'story',
        options: canonical,
        optionsKey: optionsKey(canonical),
        priority,
      }).id
    },
  }
}
