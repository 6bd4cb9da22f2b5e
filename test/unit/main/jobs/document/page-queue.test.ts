import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PageQueue } from '../../../../../src/main/jobs/document/page-queue.ts'
import { holds } from '../../../../support/property.ts'

const pages = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

describe('the pages still to be read', () => {
  it('are handed out in ranges that become shorter towards the end', () => {
    const queue = new PageQueue(pages(40))
    const lengths: number[] = []
    while (queue.size > 0) lengths.push(queue.take(2).length)
    expect(lengths).toEqual(lengths.toSorted((left, right) => right - left))
    expect(lengths[0]).toBe(8)
    expect(lengths.at(-1)).toBe(1)
  })

  it('are handed out each once, in order and without gaps in a range, however many threads there are', () => {
    holds(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 300 })),
        fc.integer({ min: 1, max: 16 }),
        (given, threads) => {
          const queue = new PageQueue(given)
          const taken: number[] = []
          while (queue.size > 0) {
            const range = queue.take(threads)
            expect(range.length).toBeGreaterThan(0)
            expect(range.length).toBeLessThanOrEqual(8)
            range.forEach((page, index) => {
              expect(page).toBe((range[0] ?? 0) + index)
            })
            taken.push(...range)
          }
          expect(taken).toEqual(given.toSorted((left, right) => left - right))
        },
      ),
    )
  })

  it('come first again when they were handed out and not read', () => {
    const queue = new PageQueue(pages(20))
    const range = queue.take(1)
    queue.putBack(range.slice(2))
    expect(queue.take(1)[0]).toBe(3)
    expect(queue.drain()).toEqual(pages(20).slice(2 + 8))
    expect(queue.size).toBe(0)
    expect(queue.take(1)).toEqual([])
  })

  it('are worth another thread by tens, and always those that are loaded', () => {
    expect(new PageQueue(pages(9)).worthwhileThreads(8, 0)).toBe(1)
    expect(new PageQueue(pages(10)).worthwhileThreads(8, 0)).toBe(2)
    expect(new PageQueue(pages(100)).worthwhileThreads(8, 1)).toBe(8)
    expect(new PageQueue(pages(3)).worthwhileThreads(8, 2)).toBe(2)
    expect(new PageQueue(pages(3)).worthwhileThreads(1, 2)).toBe(1)
  })
})
