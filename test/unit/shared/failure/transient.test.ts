import { describe, expect, it } from 'vitest'
import {
  describeFailure,
  failureReasonSchema,
  failureReasons,
  reasonsToldWithDetail,
} from '../../../../src/shared/failure/failure.ts'
import { english } from '../../../support/english.ts'

/** What may pass by itself: nothing about the file, all about the moment. */
const transientReasons = failureReasonSchema.options.filter((reason) => failureReasons[reason].transient)

describe('what is tried again by itself', () => {
  it('is the machine’s trouble of a moment', () => {
    for (const reason of ['worker_died', 'out_of_memory', 'disk_full', 'library_busy'] as const) {
      expect(transientReasons).toContain(reason)
    }
  })

  it('is never the fault of a file, of ours, or of a crash loop', () => {
    const ofFiles = failureReasonSchema.options.filter(
      (reason) => failureReasons[reason].code === 'PREPROCESSING_ERROR',
    )
    expect(ofFiles.length).toBeGreaterThan(10)
    for (const reason of [...ofFiles, 'internal', 'evidence_mismatch', 'process_died_repeatedly'] as const) {
      expect(transientReasons).not.toContain(reason)
    }
  })

  it('is said in the failure itself, with words for all of them', () => {
    for (const reason of failureReasonSchema.options) {
      const failure = describeFailure(english, reason, { name: 'a.csv' })
      expect(failure.transient).toBe(transientReasons.includes(reason))
      expect(failure.message).toMatch(/^\S.*\.$/)
      expect(failure.hint).toMatch(/^[A-Z].*\.$/)
      expect(`${failure.message}${failure.hint}`).not.toContain('{name}')
    }
  })
})

it('a hint that speaks of what stands below is told with its detail', () => {
  const spoken = failureReasonSchema.options.filter((reason) =>
    /\bbelow\b/.test(describeFailure(english, reason, { name: 'a.csv' }).hint),
  )
  expect([...reasonsToldWithDetail].sort()).toEqual(spoken.sort())
})
