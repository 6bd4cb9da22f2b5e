/** A query stops when its work is cancelled, whenever the cancel comes. */
import { describe, expect, it } from 'vitest'
import { CancelledError } from '../../../src/shared/failure/failure.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { withDatabase } from '../../../src/workers/runtime/duckdb/database.ts'

const endless = 'SELECT count(*) FROM range(100000000) a, range(100000) b WHERE (a.range * b.range) % 7 = 3'

async function cancelledAfter(delayMs: number | null): Promise<unknown> {
  const abort = new AbortController()
  const context = detachedContext({ signal: abort.signal })
  return withDatabase(context, { threads: 1 }, async (database) => {
    const running = database.run(endless)
    if (delayMs === null) abort.abort()
    else setTimeout(() => abort.abort(), delayMs)
    return running
  }).catch((error: unknown) => error)
}

describe('a query that would run for ever', () => {
  it('stops when cancelled before DuckDB has begun with it', async () => {
    for (let round = 0; round < 20; round += 1) expect(await cancelledAfter(null)).toBeInstanceOf(CancelledError)
  })

  it.each([0, 1, 5, 100])('stops when cancelled %i ms later', async (delayMs) => {
    expect(await cancelledAfter(delayMs)).toBeInstanceOf(CancelledError)
  })

  it('leaves its thread free: nothing counts as busy any more', async () => {
    const busy = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
    const abort = new AbortController()
    const context = detachedContext({ signal: abort.signal, busy })
    const ended = withDatabase(context, { threads: 1 }, (database) => database.run(endless)).catch(() => undefined)
    setTimeout(() => abort.abort(), 20)
    await ended
    expect(Atomics.load(busy, 0)).toBe(0)
  })
})

describe('queries begun together', () => {
  it('are all ended before their connection is closed, when one of them fails', async () => {
    for (let round = 0; round < 10; round += 1) {
      const ended = withDatabase(detachedContext(), { threads: 1 }, (database) =>
        Promise.all([database.run("SELECT error('on purpose')"), database.run(endless), database.run(endless)]),
      )
      await expect(ended).rejects.toThrow('on purpose')
    }
  })

  it('begin no other once their work is over', async () => {
    let late: Promise<unknown> = Promise.resolve()
    await withDatabase(detachedContext(), { threads: 1 }, async (database) => {
      const begun = new Promise((resolve) => setTimeout(resolve, 30)).then(() => database.run('SELECT 1'))
      // Expected from now on: to close the database can take longer than that.
      late = expect(begun).rejects.toBeInstanceOf(CancelledError)
    })
    await late
  })
})
