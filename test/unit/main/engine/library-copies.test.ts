/** When the library is copied after a story. The timers are fake; the library and its copies are real. */

import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LibraryCopies } from '../../../../src/main/engine/library/library-copies.ts'
import { LibraryNotices } from '../../../../src/main/engine/library/library-notices.ts'
import { dataLayout } from '../../../../src/main/intake/layout.ts'
import { silentLogger } from '../../../../src/main/jobs/logger.ts'
import { listBackups } from '../../../../src/main/store/backups.ts'
import type { EngineEvent } from '../../../../src/shared/contract/events.ts'
import { lifecycleBench } from '../../../support/engine/library.ts'
import { english } from '../../../support/english.ts'
import { withTemporaryFolder } from '../../../support/temporary.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const saved = { name: 'story/saved' } as unknown as EngineEvent

async function withCopies(
  work: (bench: { copies: LibraryCopies; count: () => number; clock: { now: number } }) => Promise<void>,
): Promise<void> {
  await withTemporaryFolder(async (folder) => {
    const layout = dataLayout(folder)
    mkdirSync(layout.backups)
    const { library, create } = lifecycleBench({ file: layout.library })
    create('a.csv')
    const clock = { now: Date.UTC(2026, 0, 1, 12) }
    const libraryNotices = new LibraryNotices(library, () => undefined)
    const copies = new LibraryCopies({
      library,
      layout,
      clock: () => clock.now,
      libraryNotices,
      logger: silentLogger,
      texts: english,
    })
    try {
      await work({ copies, count: () => listBackups(layout.backups).length, clock })
    } finally {
      await copies.end()
      library.close()
      expect(readdirSync(path.join(folder, 'backups')).filter((name) => name.includes('.part'))).toEqual([])
    }
  })
}

const untilCopied = (check: () => boolean): Promise<unknown> => vi.waitUntil(check, { timeout: 10_000, interval: 20 })

describe('a copy after a story', () => {
  it('is made at once for the first, and within a minute for all that come in it', () =>
    withCopies(async ({ copies, count, clock }) => {
      copies.hear(saved)
      await vi.advanceTimersByTimeAsync(0)
      await untilCopied(() => count() === 1)
      clock.now += 10_000
      for (let story = 0; story < 5; story += 1) copies.hear(saved)
      await vi.advanceTimersByTimeAsync(30_000)
      expect(count()).toBe(1)
      clock.now += 60_000
      await vi.advanceTimersByTimeAsync(30_000)
      await untilCopied(() => count() === 2)
    }))

  it('is not made for what is no story', () =>
    withCopies(async ({ copies, count }) => {
      copies.hear({ name: 'queue/changed' } as unknown as EngineEvent)
      await vi.advanceTimersByTimeAsync(120_000)
      expect(count()).toBe(0)
    }))
})
