/** What a hostile file may take, by its size. */
import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../support/hostile/engine-runner.ts'
import { judge, megabytesAllowed, secondsAllowed } from '../../support/hostile/judge.ts'

const megabyte = 1024 * 1024
const told = (seconds: number, peakMegabytes: number): Outcome => ({
  ...{ answer: { is: 'told', detail: 'story', leftOver: [] }, seconds, peakMegabytes, errors: '' },
})

describe('what a hostile file may take', () => {
  it('is ten seconds and 512 megabytes up to fifty megabytes, and in proportion beyond', () => {
    expect([0, 1, 50 * megabyte].map(secondsAllowed)).toEqual([10, 10, 10])
    expect([0, 1, 50 * megabyte].map(megabytesAllowed)).toEqual([512, 512, 512])
    expect(secondsAllowed(50 * megabyte + 1)).toBe(20)
    expect(megabytesAllowed(200 * megabyte)).toBe(512 + 6 * 150)
  })

  it('is judged by the size of the file', () => {
    const next = told(1, 100)
    expect(judge('a', megabyte, told(10.1, 513), next).breaches).toEqual(['slow', 'large'])
    expect(judge('a', 200 * megabyte, told(39, 1_400), next).breaches).toEqual([])
    expect(judge('a', 200 * megabyte, told(41, 1_500), next).breaches).toEqual(['slow', 'large'])
  })
})
