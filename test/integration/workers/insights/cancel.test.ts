/** A cancelled analysis stops in the middle, and says how far it is while it runs. */
import { describe, expect, it } from 'vitest'
import { CancelledError } from '../../../../src/shared/failure/failure.ts'
import type { Progress } from '../../../../src/shared/job/stage.ts'
import { detachedContext } from '../../../../src/workers/runtime/context.ts'
import { withDatabase } from '../../../../src/workers/runtime/duckdb/database.ts'
import { analyze } from '../../../../src/workers/stages/analyze.ts'
import { analyzeInput, storeTable, withFolder } from '../../../support/analysis.ts'

const query = `SELECT i AS id, hash(i, 1) % 1000 AS x, hash(i, 2) % 77 * 1.5 AS y, 'g' || (hash(i, 3) % 9) AS g,
  DATE '2020-01-01' + (i % 900)::INTEGER AS date FROM range(300000) t(i)`

describe('cancel', () => {
  it('ends the analysis with CancelledError at the next step, and nothing is busy after', () =>
    withFolder(async (folder) => {
      const stored = await withDatabase(detachedContext(), {}, (database) => storeTable(database, folder, 'big', query))
      const abort = new AbortController()
      const seen: Progress[] = []
      const context = detachedContext({
        signal: abort.signal,
        progress: (progress) => {
          seen.push(progress)
          if (seen.length === 5) abort.abort()
        },
        yieldToEventLoop: async () => {
          if (abort.signal.aborted) throw new CancelledError()
        },
      })
      await expect(analyze(analyzeInput(folder, [stored]), context)).rejects.toBeInstanceOf(CancelledError)
      expect(seen.length).toBeLessThanOrEqual(6)
      expect(Atomics.load(context.busy, 0)).toBe(0)
    }))

  it('reports steps that only grow, to the last', () =>
    withFolder(async (folder) => {
      const seen: Progress[] = []
      const stored = await withDatabase(detachedContext(), {}, (database) =>
        storeTable(database, folder, 'small', `SELECT * FROM (${query}) LIMIT 500`),
      )
      await analyze(analyzeInput(folder, [stored]), detachedContext({ progress: (progress) => seen.push(progress) }))
      expect(seen.every(({ done }, index) => index === 0 || done >= (seen[index - 1]?.done ?? 0))).toBe(true)
      expect(seen.at(-1)?.done).toBe(seen.at(-1)?.total)
      expect(seen.every(({ note }) => note !== null && note.length > 0)).toBe(true)
    }))
})
