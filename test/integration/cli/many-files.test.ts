/** Thousands of files in one command: the first are told while the last are still being looked at. */
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { tellAll } from '../../../src/cli/tell-jobs.ts'
import { withEngine } from '../../support/engine/with-engine.ts'

const request = { options: {}, quiet: true, password: null, askPassword: async () => null }

describe('two thousand files', () => {
  it('begin at once: the first is told before the last is looked at', () =>
    withEngine(async (bench) => {
      const earlier = await bench.script('earlier.csv', {})
      bench.engine.queue.setPaused(true)
      await bench.engine.jobs.createFromPath(earlier)
      bench.engine.queue.setPaused(false)
      const files = await Promise.all(Array.from({ length: 2_000 }, (_, index) => bench.script(`${index}.csv`, {})))
      const session = { engine: bench.engine, interrupted: new AbortController().signal }
      const firstEventOf = (name: string, status: string): number =>
        bench.events.findIndex(
          (event) =>
            event.name === 'job/changed' &&
            event.payload.job.source.name === name &&
            event.payload.job.status === status,
        )
      for await (const told of tellAll(session, files, request)) {
        expect(told).toMatchObject({ file: files[0], problem: null })
        expect(firstEventOf('0.csv', 'processing')).toBeGreaterThan(0)
        expect(firstEventOf('1999.csv', 'queued')).toBe(-1)
        break
      }
      // What was not made by then is not wanted any more.
      expect(firstEventOf('1999.csv', 'queued')).toBe(-1)
    }))

  it('give each its own outcome, in their order', () =>
    withEngine(async (bench) => {
      const files = await Promise.all(Array.from({ length: 30 }, (_, index) => bench.script(`${index}.csv`, {})))
      files[20] = path.join(bench.folder, 'missing.csv')
      const session = { engine: bench.engine, interrupted: new AbortController().signal }
      const outcomes: (string | null)[] = []
      for await (const told of tellAll(session, files, request)) outcomes.push(told.problem?.report.code ?? null)
      expect(outcomes).toHaveLength(30)
      expect(outcomes.flatMap((code, index) => (code === null ? [] : [index]))).toEqual([20])
    }))
})
