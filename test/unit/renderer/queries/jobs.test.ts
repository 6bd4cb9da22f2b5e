import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createFakeEngine, type FakeEngine, type FakeEngineOptions } from '../../../../dev/gallery/fake-bridge.ts'
import { jobOf, manyJobs, runningAt } from '../../../../dev/gallery/sample-jobs.ts'
import { provideEngine } from '../../../../src/renderer/bridge/engine.ts'
import { forgetQueries } from '../../../../src/renderer/queries/client.ts'
import { listenToEngine } from '../../../../src/renderer/queries/events.ts'
import {
  forgetRemovedJobs,
  jobChanged,
  jobQuery,
  jobRemoved,
  jobReplied,
  jobsQuery,
  knownJob,
} from '../../../../src/renderer/queries/jobs.ts'
import { partStart } from '../../../../src/renderer/queries/long-list.ts'
import { commandJob, prioritizeJob } from '../../../../src/renderer/stores/job-commands.ts'
import { watchQuery } from '../../../support/watch-query.ts'

function withEngine(options: FakeEngineOptions): FakeEngine {
  const engine = createFakeEngine({ latencyMs: 2, jobMs: 0, ...options })
  provideEngine(engine.bridge)
  listenToEngine(engine.bridge, { onJob: () => undefined, onDeleted: () => undefined })
  return engine
}

const asked = (engine: FakeEngine, name = 'jobs/list'): number =>
  engine.asked.filter((command) => command.name === name).length
const all = { statuses: [], search: '' }

beforeEach(() => {
  forgetQueries()
  forgetRemovedJobs()
})
afterEach(() => void vi.useRealTimers())

describe('what is known of a job', () => {
  test('a reply asked for before an event is dropped', () => {
    const askedAt = Date.now() - 5
    jobChanged(runningAt('late', 'analyze', 0.5))
    jobReplied(jobOf({ id: 'late' }), askedAt)
    expect(knownJob('late')?.status).toBe('processing')
  })

  test('a reply is applied where nothing was told of its job since', () => {
    jobChanged(jobOf({ id: 'another' }))
    jobReplied(jobOf({ id: 'fresh' }), Date.now())
    expect(knownJob('fresh')?.status).toBe('queued')
    jobReplied(jobOf({ id: 'fresh', priority: 'high' }), Date.now() + 1)
    expect(knownJob('fresh')?.priority).toBe('high')
  })

  test('a job asked for by address is not taken back in time by its own late reply', async () => {
    const engine = withEngine({ jobs: [jobOf({ id: 'late' })], latencyMs: 20 })
    const job = watchQuery(jobQuery('late'))
    await vi.waitFor(() => expect(asked(engine, 'jobs/get')).toBe(1))
    jobChanged(runningAt('late', 'analyze', 0.5))
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(job.seen.map(({ status }) => status)).toEqual(['processing'])
    job.stop()
  })

  test('a removed job does not come back by a late word', () => {
    jobChanged(jobOf({ id: 'gone' }))
    jobRemoved('gone')
    jobChanged(jobOf({ id: 'gone' }))
    jobReplied(jobOf({ id: 'gone' }), Date.now() + 1)
    expect(knownJob('gone')).toBeUndefined()
  })

  test('a removed job that is looked at is asked for, and the engine says why there is nothing', async () => {
    withEngine({ jobs: [] })
    jobChanged(jobOf({ id: 'gone' }))
    const job = watchQuery(jobQuery('gone'))
    expect(job.result().data?.id).toBe('gone')
    jobRemoved('gone')
    await vi.waitFor(() =>
      expect(job.result().error).toMatchObject({ failure: { message: 'There is no job at this address.' } }),
    )
    job.stop()
  })
})

describe('orders', () => {
  test('a button pressed twice asks once', async () => {
    const engine = withEngine({ jobs: [runningAt('pressed', 'convert', 0.2)] })
    await Promise.all([commandJob('cancel', 'pressed'), commandJob('cancel', 'pressed')])
    expect(asked(engine, 'jobs/cancel')).toBe(1)
    await commandJob('retry', 'pressed')
    expect(asked(engine, 'jobs/retry')).toBe(1)
  })

  test('a changed priority is known as soon as it is answered', async () => {
    withEngine({ jobs: [jobOf({ id: 'pressing' })] })
    expect(await prioritizeJob('pressing', 'urgent')).toBeNull()
    expect(knownJob('pressing')?.priority).toBe('urgent')
  })

  test('a carrier that breaks is told as a failure', async () => {
    const { bridge } = createFakeEngine({ latencyMs: 0 })
    provideEngine({ ...bridge, invoke: () => Promise.reject(new Error('socket closed')) })
    const failure = await commandJob('retry', 'any')
    expect(failure?.message).toBe('Storyglass did not answer.')
    expect(failure?.detail).toContain('socket closed')
  })
})

describe('the part of a long list that is asked for', () => {
  test.each([
    [200, 60],
    [100, 40],
  ])('of %i holds the %i in view, wherever they are, and moves in steps', (size, inView) => {
    const starts = new Set<number>()
    for (let first = 0; first < 10_000; first += 7) {
      const last = first + inView
      const start = partStart(first, last, size)
      expect(start).toBeLessThanOrEqual(first)
      expect(start + size).toBeGreaterThan(last)
      starts.add(start)
    }
    expect(starts.size).toBeLessThanOrEqual(20_000 / size + 1)
  })
})

describe('a list of jobs', () => {
  test('of ten thousand asks for the part in view, once, and for nothing else', async () => {
    const engine = withEngine({ jobs: manyJobs(10_000) })
    const watched = [5210, 5215].map((first) => watchQuery(jobsQuery(all, partStart(first, first + 30))))
    await vi.waitFor(() => expect(watched[0]?.result().data?.total).toBe(10_000))
    const part = watched[1]?.result().data
    expect(part).toMatchObject({ start: 5100 })
    expect(part?.items).toHaveLength(200)
    expect(part?.items.every((id) => knownJob(id) !== undefined)).toBe(true)
    expect(asked(engine)).toBe(1)
    for (const one of watched) one.stop()
  })

  test('is asked for again when a job moved, not when it only went on', async () => {
    vi.useFakeTimers()
    const engine = withEngine({ jobs: [runningAt('first', 'import', 0.1)] })
    const list = watchQuery(jobsQuery(all, 0))
    await vi.advanceTimersByTimeAsync(1000)
    for (const share of [0.2, 0.5, 0.9]) jobChanged(runningAt('first', 'import', share))
    await vi.advanceTimersByTimeAsync(1000)
    expect(asked(engine)).toBe(1)
    jobChanged(jobOf({ id: 'first', status: 'completed', storyId: 'story' }))
    await vi.advanceTimersByTimeAsync(1000)
    expect(asked(engine)).toBe(2)
    list.stop()
  })

  test('a burst of moves is one request at once and one when it has passed', async () => {
    vi.useFakeTimers()
    const engine = withEngine({ jobs: manyJobs(500) })
    const list = watchQuery(jobsQuery(all, 0))
    await vi.advanceTimersByTimeAsync(1000)
    for (let index = 0; index < 300; index += 1) jobChanged(jobOf({ id: `many-${index}`, priority: 'high' }))
    await vi.advanceTimersByTimeAsync(2000)
    expect(asked(engine)).toBe(3)
    list.stop()
  })

  test('moves without end do not keep a slow reply from being shown', async () => {
    vi.useFakeTimers()
    withEngine({ jobs: manyJobs(20), latencyMs: 600 })
    const list = watchQuery(jobsQuery(all, 0))
    await vi.advanceTimersByTimeAsync(1000)
    const shown = list.result().dataUpdatedAt
    for (let index = 0; index < 60; index += 1) {
      jobChanged(jobOf({ id: `many-${index}`, priority: 'high' }))
      await vi.advanceTimersByTimeAsync(50)
    }
    expect(list.result().dataUpdatedAt).toBeGreaterThan(shown)
    list.stop()
  })

  test('that nobody looks at asks for nothing', async () => {
    vi.useFakeTimers()
    const engine = withEngine({ jobs: manyJobs(10) })
    watchQuery(jobsQuery(all, 0)).stop()
    await vi.advanceTimersByTimeAsync(1000)
    jobChanged(jobOf({ id: 'new' }))
    await vi.advanceTimersByTimeAsync(1000)
    expect(asked(engine)).toBe(1)
  })

  test('shown again after a job moved unseen, it is asked for again and meanwhile is what it was', async () => {
    const engine = withEngine({ jobs: manyJobs(10) })
    const before = watchQuery(jobsQuery(all, 0))
    await vi.waitFor(() => expect(before.result().data?.items).toHaveLength(10))
    before.stop()
    jobChanged(jobOf({ id: 'new' }))
    const after = watchQuery(jobsQuery(all, 0))
    expect(after.result().data?.items).toHaveLength(10)
    await vi.waitFor(() => expect(asked(engine)).toBe(2))
    after.stop()
  })

  test('shrinks with what is removed and shows what is left', async () => {
    const engine = withEngine({ jobs: [jobOf({ id: 'stays' }), jobOf({ id: 'goes', status: 'cancelled' })] })
    const list = watchQuery(jobsQuery(all, 0))
    await vi.waitFor(() => expect(list.result().data?.items).toEqual(['stays', 'goes']))
    await engine.bridge.invoke('jobs/clean', { dryRun: false })
    await vi.waitFor(() => expect(list.result().data?.items).toEqual(['stays']))
    list.stop()
  })

  test('keeps the answer to the filter before in view, and says of which list it is', async () => {
    withEngine({ jobs: manyJobs(30), latencyMs: 5 })
    const options = [jobsQuery(all, 0), jobsQuery({ statuses: ['failed'], search: '' }, 0)] as const
    const list = watchQuery(options[0])
    await vi.waitFor(() => expect(list.result().data?.total).toBe(30))
    list.show(options[1])
    expect(list.result()).toMatchObject({ isPlaceholderData: true, data: { total: 30 } })
    await vi.waitFor(() => expect(list.result().isPlaceholderData).toBe(false))
    expect(list.seen.at(-1)?.list).not.toBe(list.seen[0]?.list)
    list.stop()
  })

  test('says why it could not be had, and recovers when asked again', async () => {
    const { bridge } = createFakeEngine({ latencyMs: 0 })
    provideEngine({ ...bridge, invoke: () => Promise.reject(new Error('gone')) })
    const list = watchQuery(jobsQuery({ statuses: ['failed'], search: '' }, 0))
    await vi.waitFor(() =>
      expect(list.result().error).toMatchObject({ failure: { message: 'Storyglass did not answer.' } }),
    )
    withEngine({ jobs: [jobOf({ id: 'found', status: 'failed' })] })
    await list.result().refetch()
    expect(list.result()).toMatchObject({ data: { items: ['found'], total: 1 }, error: null })
    list.stop()
  })
})
