import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createFakeEngine, type FakeEngine, type FakeEngineOptions } from '../../../dev/gallery/fake-bridge.ts'
import { jobOf, manyJobs, runningAt } from '../../../dev/gallery/sample-jobs.ts'
import { provideEngine } from '../../../src/renderer/stores/engine.ts'
import { commandJob, prioritizeJob } from '../../../src/renderer/stores/job-commands.ts'
import { LiveJobList } from '../../../src/renderer/stores/job-lists.ts'
import {
  applyReply,
  forgetJobs,
  type JobMove,
  jobChanged,
  jobRemoved,
  knownJob,
  markNow,
  onJobMoved,
} from '../../../src/renderer/stores/jobs.ts'
import { createKeyedStore } from '../../../src/renderer/stores/keyed.ts'

function withEngine(options: FakeEngineOptions): FakeEngine {
  const engine = createFakeEngine({ latencyMs: 2, jobMs: 0, ...options })
  provideEngine(engine.bridge)
  engine.bridge.subscribe('job/changed', ({ job }) => jobChanged(job))
  engine.bridge.subscribe('job/removed', ({ id }) => jobRemoved(id))
  return engine
}

const asked = (engine: FakeEngine): number => engine.asked.filter(({ name }) => name === 'jobs/list').length

beforeEach(forgetJobs)

describe('what is known of a job', () => {
  test('a reply that is older than an event is dropped', () => {
    const mark = markNow()
    jobChanged(runningAt('late', 'analyze', 0.5))
    applyReply(jobOf({ id: 'late' }), mark)
    expect(knownJob('late')?.status).toBe('processing')
  })

  test('a reply with no event of its job since is applied', () => {
    const mark = markNow()
    jobChanged(jobOf({ id: 'another' }))
    applyReply(jobOf({ id: 'fresh' }), mark)
    expect(knownJob('fresh')?.status).toBe('queued')
  })

  test('a removed job does not come back by a late word', () => {
    jobChanged(jobOf({ id: 'gone' }))
    const mark = markNow()
    jobRemoved('gone')
    jobChanged(jobOf({ id: 'gone' }))
    applyReply(jobOf({ id: 'gone' }), mark)
    expect(knownJob('gone')).toBeUndefined()
  })

  test('progress moves nothing; beginning, ending and waiting differently do', () => {
    const moves: JobMove[] = []
    const stop = onJobMoved((move) => moves.push(move))
    jobChanged(jobOf({ id: 'one' }))
    jobChanged(jobOf({ id: 'one', priority: 'high' }))
    jobChanged(runningAt('one', 'convert', 0.1))
    for (const share of [0.2, 0.4, 0.6]) jobChanged(runningAt('one', 'convert', share))
    jobChanged(jobOf({ id: 'one', status: 'completed', storyId: 'story' }))
    stop()
    jobRemoved('one')
    expect(moves.map(({ job }) => job?.status)).toEqual(['queued', 'queued', 'processing', 'completed'])
  })
})

describe('a store by key', () => {
  test('who listens to one key hears nothing of another, and nothing after leaving', () => {
    const store = createKeyedStore<number>()
    const heard: string[] = []
    const leave = store.subscribe('a', () => heard.push('a'))
    store.set('b', 1)
    store.set('a', 1)
    store.set('a', 1)
    leave()
    store.set('a', 2)
    expect(heard).toEqual(['a'])
    expect(store.listeners('a')).toBe(0)
    expect(store.watched()).toEqual([])
  })
})

describe('orders', () => {
  test('a button pressed twice asks once', async () => {
    const engine = withEngine({ jobs: [runningAt('pressed', 'convert', 0.2)] })
    await Promise.all([commandJob('cancel', 'pressed'), commandJob('cancel', 'pressed')])
    expect(engine.asked.filter(({ name }) => name === 'jobs/cancel')).toHaveLength(1)
    await commandJob('retry', 'pressed')
    expect(engine.asked.filter(({ name }) => name === 'jobs/retry')).toHaveLength(1)
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

describe('a list of jobs', () => {
  afterEach(() => vi.useRealTimers())

  test('holds ten thousand by loading only the pages in view, each once', async () => {
    const engine = withEngine({ jobs: manyJobs(10_000) })
    const list = new LiveJobList({ statuses: [], search: '' })
    const release = list.hold()
    await vi.waitFor(() => expect(list.store.getState().total).toBe(10_000))
    list.showPlaces(5210, 5240)
    list.showPlaces(5215, 5245)
    await vi.waitFor(() => expect(list.store.getState().ids[5240]).toBeDefined())
    expect(list.store.getState().ids[3000]).toBeUndefined()
    expect(asked(engine)).toBe(2)
    release()
  })

  test('is asked for again when a job moved, not when it only went on', async () => {
    vi.useFakeTimers()
    const engine = withEngine({ jobs: [runningAt('first', 'import', 0.1)] })
    const list = new LiveJobList({ statuses: [], search: '' })
    const release = list.hold()
    await vi.advanceTimersByTimeAsync(1000)
    for (const share of [0.2, 0.5, 0.9]) jobChanged(runningAt('first', 'import', share))
    await vi.advanceTimersByTimeAsync(1000)
    expect(asked(engine)).toBe(1)
    jobChanged(jobOf({ id: 'first', status: 'completed', storyId: 'story' }))
    await vi.advanceTimersByTimeAsync(1000)
    expect(asked(engine)).toBe(2)
    release()
  })

  test('a burst of moves is one request at once and one when it has passed', async () => {
    vi.useFakeTimers()
    const engine = withEngine({ jobs: manyJobs(500) })
    const list = new LiveJobList({ statuses: [], search: '' })
    const release = list.hold()
    await vi.advanceTimersByTimeAsync(1000)
    for (let index = 0; index < 300; index += 1) jobChanged(jobOf({ id: `many-${index}`, priority: 'high' }))
    await vi.advanceTimersByTimeAsync(2000)
    expect(asked(engine)).toBe(3)
    release()
  })

  test('that nobody looks at asks for nothing, and its late replies are dropped', async () => {
    vi.useFakeTimers()
    const engine = withEngine({ jobs: manyJobs(10) })
    const list = new LiveJobList({ statuses: [], search: '' })
    list.hold()()
    await vi.advanceTimersByTimeAsync(1000)
    expect(list.store.getState().total).toBeNull()
    jobChanged(jobOf({ id: 'new' }))
    await vi.advanceTimersByTimeAsync(1000)
    expect(asked(engine)).toBe(1)
  })

  test('shrinks with what is removed and shows what is left', async () => {
    const engine = withEngine({ jobs: [jobOf({ id: 'stays' }), jobOf({ id: 'goes', status: 'cancelled' })] })
    const list = new LiveJobList({ statuses: [], search: '' })
    const release = list.hold()
    await vi.waitFor(() => expect(list.store.getState().ids).toEqual(['stays', 'goes']))
    await engine.bridge.invoke('jobs/clean', { dryRun: false })
    await vi.waitFor(() => expect(list.store.getState().ids).toEqual(['stays']))
    release()
  })

  test('says why it could not be had, and recovers when asked again', async () => {
    withEngine({ jobs: [], failing: {} })
    const { bridge } = createFakeEngine({ latencyMs: 0 })
    provideEngine({ ...bridge, invoke: () => Promise.reject(new Error('gone')) })
    const list = new LiveJobList({ statuses: ['failed'], search: '' })
    const release = list.hold()
    await vi.waitFor(() => expect(list.store.getState().failure?.detail).toContain('gone'))
    withEngine({ jobs: [jobOf({ id: 'found', status: 'failed' })] })
    await list.refresh()
    expect(list.store.getState()).toMatchObject({ ids: ['found'], total: 1, failure: null })
    release()
  })
})
