import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PageAnnouncer } from '../../../../../src/main/engine/documents/page-announcer.ts'
import type { EngineEvent } from '../../../../../src/shared/contract/events.ts'

describe('telling of pages that can be read', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function watched(): { watch: PageAnnouncer; told: { id: string; pages: number[] }[] } {
    const told: { id: string; pages: number[] }[] = []
    const watch = new PageAnnouncer((event: EngineEvent) => {
      if (event.name === 'document/changed') told.push(event.payload)
    })
    return { watch, told }
  }

  it('names each page once, at most ten times a second, and the last ones when the run is over', () => {
    const { watch, told } = watched()
    for (let page = 1; page <= 200; page += 1) {
      watch.changed('a', [page])
      vi.advanceTimersByTime(5)
    }
    watch.changed('a', [201])
    watch.settled('a')
    expect(told.length).toBeLessThanOrEqual(13)
    expect(told.flatMap(({ pages }) => pages)).toEqual(Array.from({ length: 201 }, (_, index) => index + 1))
    vi.advanceTimersByTime(1_000)
    expect(told.flatMap(({ pages }) => pages)).toHaveLength(201)
  })

  it('tells of facts without pages, keeps documents apart, and tells nothing of what has not changed', () => {
    const { watch, told } = watched()
    watch.changed('a', [])
    watch.changed('b', [2, 1])
    watch.settled('a')
    watch.settled('c')
    expect(told).toEqual([
      { id: 'a', pages: [] },
      { id: 'b', pages: [1, 2] },
    ])
    watch.close()
  })
})
