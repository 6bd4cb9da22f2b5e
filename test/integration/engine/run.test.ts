import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { silentLogger } from '../../../src/main/jobs/logger.ts'
import { jobWhen, withEngine } from '../../support/engine/with-engine.ts'

describe('a job from file to story', () => {
  it('runs its stages in order, saves the story and completes, in one', () =>
    withEngine(async ({ engine, script, events, dataDir }) => {
      const file = await script('sales.csv', { convert: { do: 'work', ms: 60 } })
      const { job, outcome, earlierStoryId } = await engine.jobs.createFromPath(file)
      expect({ outcome, earlierStoryId, status: job.status }).toMatchObject({
        outcome: 'created',
        earlierStoryId: null,
      })
      const done = await engine.jobs.whenOver(job.id)
      expect(done).toMatchObject({ status: 'completed', percent: 100, attempt: 1, failure: null, canRetry: false })
      expect(done.stages.map((stage) => stage.name)).toEqual(['import', 'convert', 'analyze', 'narrate', 'visualize'])
      expect(done.source.kind).toBe('csv')
      const storyId = done.storyId ?? ''
      const { story, jobId } = await engine.handlers['stories/get']({ id: storyId })
      expect(jobId).toBe(job.id)
      expect(story).toMatchObject({ title: 'Story of sales.csv', verified: { numbers: 1, matched: 1 }, seed: 1 })
      expect(story.facts).toHaveLength(1)
      expect(await engine.info()).toEqual({
        version: '0.0.0',
        language: 'en',
        stories: 1,
        documents: 0,
        activeJobs: 0,
        notices: [],
      })
      expect(engine.jobs.events(job.id).map((event) => event.type)).toEqual([
        'created',
        'claimed',
        ...Array.from({ length: 5 }, () => 'stage_finished'),
        'completed',
      ])
      const told = events.flatMap((event) => (event.name === 'job/changed' ? [event.payload.job.percent] : []))
      expect(told).toEqual(told.toSorted((left, right) => left - right))
      expect(told.at(-1)).toBe(100)
      expect(events.filter((event) => event.name === 'story/saved')).toHaveLength(1)
      await engine.close()
      expect((await readdir(path.join(dataDir, 'jobs', job.id))).toSorted()).toEqual(['convert', 'import'])
    }))

  it('tells what is known of the tables while it runs, and gives it when asked', () =>
    withEngine(async ({ engine, script, events }) => {
      const { job } = await engine.jobs.createFromPath(await script('sales.csv', { analyze: { do: 'work', ms: 300 } }))
      expect(await engine.handlers['jobs/facts']({ id: job.id })).toEqual({ facts: null })
      await jobWhen(engine, job.id, ({ stage }) => stage === 'analyze')
      const { facts } = await engine.handlers['jobs/facts']({ id: job.id })
      expect(facts).toMatchObject({ tables: [{ rows: expect.any(Number), roles: null }], moreTables: 0 })
      await engine.jobs.whenOver(job.id)
      expect(await engine.handlers['jobs/facts']({ id: job.id })).toEqual({ facts: null })
      const told = events.flatMap((event) => (event.name === 'job/facts' ? [event.payload] : []))
      expect(told).toEqual([{ id: job.id, facts }])
    }))

  it('gives the active job for a second request with the same content, and offers its story later', () =>
    withEngine(async ({ engine, script }) => {
      const file = await script('one.csv', { import: { do: 'work', ms: 200 }, title: 'same' })
      const copy = await script('two.csv', { import: { do: 'work', ms: 200 }, title: 'same' })
      const first = await engine.jobs.createFromPath(file)
      const second = await engine.jobs.createFromPath(copy)
      expect(second).toMatchObject({ outcome: 'existing', job: { id: first.job.id } })
      const other = await engine.jobs.createFromPath(copy, { options: { seed: 2 } })
      expect(other.outcome).toBe('created')
      const done = await engine.jobs.whenOver(first.job.id)
      const third = await engine.jobs.createFromPath(file)
      expect(third).toMatchObject({ outcome: 'created', earlierStoryId: done.storyId })
    }))

  it('does not save a story with a number that its evidence does not give', () =>
    withEngine(async ({ engine, script }) => {
      const { job } = await engine.jobs.createFromPath(await script('wrong.csv', { verify: 'mismatch' }))
      const done = await engine.jobs.whenOver(job.id)
      expect(done).toMatchObject({
        status: 'failed',
        storyId: null,
        failure: { reason: 'evidence_mismatch', code: 'NARRATIVE_GENERATION_ERROR' },
      })
      expect(done.failure?.detail).toContain('total-amount.total: 4 is 3')
      expect((await engine.info()).stories).toBe(0)
    }))

  it('logs what a stage left out, and goes on', () => {
    const logged: unknown[] = []
    const logger = { ...silentLogger, error: (message: string, fields?: object) => logged.push({ message, ...fields }) }
    return withEngine(
      async ({ engine, script }) => {
        const { job } = await engine.jobs.createFromPath(await script('left.csv', { narrate: { do: 'leave_out' } }))
        expect(await engine.jobs.whenOver(job.id)).toMatchObject({ status: 'completed' })
        const why = 'as the script says'
        const left = { message: 'Left out of a result', job: job.id, stage: 'narrate', part: 'statement', why }
        expect(logged).toEqual([{ ...left, subject: 'total-amount' }])
      },
      { logger },
    )
  })

  it('gives each stage’s failure the code of that stage, and the next job runs', () =>
    withEngine(async ({ engine, script, dataDir }) => {
      const codes: unknown[] = []
      for (const stage of ['import', 'convert', 'analyze', 'narrate', 'visualize'] as const) {
        const { job } = await engine.jobs.createFromPath(await script(`${stage}.csv`, { [stage]: { do: 'throw' } }))
        const done = await engine.jobs.whenOver(job.id)
        codes.push(done.failure?.code)
        expect(done).toMatchObject({ status: 'failed', stage, canRetry: true, failure: { reason: 'internal' } })
        const left = await readdir(path.join(dataDir, 'jobs', job.id))
        expect(left.filter((name) => name.includes('.tmp'))).toEqual([])
      }
      expect(codes).toEqual([
        'PREPROCESSING_ERROR',
        'PREPROCESSING_ERROR',
        'ANALYSIS_ERROR',
        'NARRATIVE_GENERATION_ERROR',
        'VISUALIZATION_ERROR',
      ])
      const { job } = await engine.jobs.createFromPath(await script('fine.csv', {}))
      expect((await engine.jobs.whenOver(job.id)).status).toBe('completed')
    }))

  it('starts a retry by hand at the first unfinished stage', () =>
    withEngine(async ({ engine, script }) => {
      const step = { do: 'at_first', times: 1, step: { do: 'throw' } } as const
      const { job } = await engine.jobs.createFromPath(await script('again.csv', { analyze: step }))
      const failed = await engine.jobs.whenOver(job.id)
      expect(failed.stages.map((stage) => stage.name)).toEqual(['import', 'convert'])
      await engine.handlers['jobs/retry']({ id: job.id })
      const done = await engine.jobs.whenOver(job.id)
      expect(done).toMatchObject({ status: 'completed', attempt: 1, failure: null })
      const finished = engine.jobs.events(job.id).filter((event) => event.type === 'stage_finished')
      expect(finished.map((event) => event.stage)).toEqual(['import', 'convert', 'analyze', 'narrate', 'visualize'])
    }))

  it('refuses a source that changed since it was accepted', () =>
    withEngine(async ({ engine, script }) => {
      engine.queue.setPaused(true)
      const file = await script('moving.csv', {})
      const { job } = await engine.jobs.createFromPath(file)
      await script('moving.csv', { title: 'another, longer text' })
      engine.queue.setPaused(false)
      expect((await engine.jobs.whenOver(job.id)).failure).toMatchObject({ reason: 'file_changed', transient: false })
    }))

  it('deletes a story with its tables, and keeps the job', () =>
    withEngine(async ({ engine, script, dataDir, events }) => {
      const { job } = await engine.jobs.createFromPath(await script('gone.csv', {}))
      const { storyId } = await engine.jobs.whenOver(job.id)
      await engine.handlers['stories/delete']({ id: storyId ?? '' })
      expect(existsSync(path.join(dataDir, 'jobs', job.id))).toBe(false)
      expect((await engine.handlers['jobs/get']({ id: job.id })).job).toMatchObject({
        status: 'completed',
        storyId: null,
      })
      expect(events.at(-2)).toEqual({ name: 'story/deleted', payload: { id: storyId } })
      await expect(engine.handlers['stories/get']({ id: storyId ?? '' })).rejects.toMatchObject({
        reason: 'no_such_story',
      })
    }))
})

describe('cancelling', () => {
  it('takes a queued job out at once', () =>
    withEngine(async ({ engine, script }) => {
      engine.queue.setPaused(true)
      const { job } = await engine.jobs.createFromPath(await script('queued.csv', {}))
      const cancelled = await engine.handlers['jobs/cancel']({ id: job.id })
      expect(cancelled.job).toMatchObject({ status: 'cancelled', attempt: 0, canRetry: true })
    }))

  it.each([
    ['JavaScript that yields', { do: 'work', ms: 60_000 }],
    ['a DuckDB query', { do: 'query' }],
    ['JavaScript that never yields', { do: 'spin' }],
  ] as const)('stops %s, leaves no file of the stage, and the next job runs', (_what, step) =>
    withEngine(async ({ engine, script, dataDir }) => {
      const { job } = await engine.jobs.createFromPath(await script('long.csv', { analyze: step }))
      await jobWhen(engine, job.id, (state) => state.stage === 'analyze')
      const { job: cancelled } = await engine.handlers['jobs/cancel']({ id: job.id })
      expect(cancelled).toMatchObject({ status: 'cancelled', stage: 'analyze', failure: null, storyId: null })
      expect((await readdir(path.join(dataDir, 'jobs', job.id))).toSorted()).toEqual(['convert', 'import'])
      const next = await engine.jobs.createFromPath(await script('next.csv', {}))
      expect((await engine.jobs.whenOver(next.job.id)).status).toBe('completed')
    }),
  )
})

describe('a worker that dies', () => {
  it.each([
    ['ends its thread', { do: 'exit' }, 'worker_died'],
    ['runs out of memory', { do: 'exhaust_memory' }, 'out_of_memory'],
  ] as const)('%s: tried again by itself, and told when the attempts are used up', (_what, step, reason) =>
    withEngine(
      async ({ engine, script }) => {
        const once = { do: 'at_first', times: 1, step } as const
        const first = await engine.jobs.createFromPath(await script('once.csv', { convert: once }))
        const done = await engine.jobs.whenOver(first.job.id)
        expect(done).toMatchObject({ status: 'completed', attempt: 2 })
        const types = engine.jobs.events(first.job.id).map((event) => event.type)
        expect(types.filter((type) => type === 'retry_scheduled')).toHaveLength(1)
        const second = await engine.jobs.createFromPath(await script('always.csv', { convert: step }))
        const failed = await engine.jobs.whenOver(second.job.id)
        expect(failed).toMatchObject({ status: 'failed', attempt: 3, failure: { reason, transient: true } })
      },
      { heapMegabytes: 48, random: () => 0 },
    ),
  )
})
