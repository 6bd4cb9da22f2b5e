/** Groups that are numbers are told in their order, and only where there is one. */
import { describe, expect, it } from 'vitest'
import type { ColumnRole } from '../../../../../src/shared/story/table.ts'
import type { ColumnProfile } from '../../../../../src/workers/analysis/profile/profile.ts'
import { courseOf } from '../../../../../src/workers/insights/kinds/group-difference/course.ts'

function course(name: string, role: ColumnRole, means: Readonly<Record<string, number>>) {
  const dimension = { column: { name, role } } as ColumnProfile
  const groups = Object.entries(means).map(([group, mean]) => ({ group, n: 10, mean, variance: 1 }))
  return courseOf(dimension, groups)
}

describe('the course of a measure along groups', () => {
  it('is told from the lowest number to the highest', () => {
    expect(course('cylinders', 'measure', { 4: 21, 6: 16, 8: 12 })).toBe('falls')
    expect(course('Days', 'dimension', { 0: 257, 1: 264, 2: 265, 9: 351, 10: 352 })).toBe('rises')
    expect(course('dose', 'measure', { '0.5': 10.6, '1': 19.7, '2': 26.1 })).toBe('rises')
  })

  it('is none where the ends are not the highest and the lowest, or few groups go back', () => {
    expect(course('cylinders', 'measure', { 4: 21, 6: 11, 8: 12 })).toBeNull()
    expect(course('days', 'dimension', { 0: 1, 1: 3, 2: 2, 3: 4 })).toBeNull()
  })

  it('bears one step back among many groups', () => {
    expect(course('days', 'dimension', { 0: 1, 1: 2, 2: 4, 3: 3, 4: 5, 5: 6, 6: 7 })).toBe('rises')
  })

  it('is none of names, of pairs and of numbers that are names', () => {
    expect(course('grade', 'measure', { low: 1, middle: 2, high: 3 })).toBeNull()
    expect(course('days', 'dimension', { 0: 1, 1: 2 })).toBeNull()
    expect(course('diet', 'dimension', { 1: 1, 2: 2, 3: 3, 4: 4 })).toBeNull()
    expect(course('store', 'dimension', { 1: 1, 2: 2, 3: 3 })).toBeNull()
  })
})
