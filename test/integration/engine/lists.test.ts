/** Jobs as the queue lists them. */
import { describe, expect, it } from 'vitest'
import { selectJobs } from '../../../src/main/store/job-lists.ts'
import { largest, lifecycleBench, transient } from '../../support/engine/library.ts'

describe('the list in the order of the queue', () => {
  it('has jobs that wait for their next attempt behind all that can run, so that places in line are true', () => {
    const { library, lifecycle, create, clock } = lifecycleBench()
    const tried = create('tried.csv')
    const claimed = lifecycle.claim(largest)
    if (claimed === null) throw new Error('nothing to claim')
    clock.now += 1_000
    const next = create('next.csv')
    clock.now += 1_000
    const held = create('held.csv')
    const last = create('last.csv')
    lifecycle.setPaused(held, true)
    expect(lifecycle.fail(claimed, transient, 'csv')).toBe('retrying')
    const listed = selectJobs(library, { statuses: ['queued'], order: 'queue' }, 10, 0).map(({ id }) => id)
    expect(listed).toEqual([next, last, tried, held])
    library.close()
  })
})
