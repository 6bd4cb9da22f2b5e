import { describe, expect, it } from 'vitest'
import { meansHeld, ranksHeld, ratesHeld } from '../../../../../src/workers/analysis/controls/held.ts'
import { heldByLevel } from '../../../../../src/workers/analysis/derive/held.ts'
import { confounding } from '../../../../../src/workers/analysis/statistics/confounding.ts'

/** Treatment of kidney stones, Charig et al., BMJ 292 (1986): open surgery against the other by size of the stone. */
const stones = [
  { level: 'small', left: { successes: 81, n: 87 }, right: { successes: 234, n: 270 } },
  { level: 'large', left: { successes: 192, n: 263 }, right: { successes: 55, n: 80 } },
]

describe('rates with a third column held the same', () => {
  it('of kidney stones turn round', () => {
    const held = ratesHeld(stones)
    expect(held).toMatchObject({ levels: 2, against: 2, covered: 1, n: 700 })
    expect(held?.own).toBeCloseTo(273 / 350, 12)
    expect(held?.other).toBeCloseTo(289 / 350, 12)
    expect(held?.overall.value).toBeCloseTo(-16 / 350, 12)
    expect(held?.within.value).toBeGreaterThan(0)
  })

  it('count rows without a level over all, but not within', () => {
    const held = ratesHeld([...stones, { level: null, left: { successes: 0, n: 50 }, right: { successes: 50, n: 50 } }])
    expect(held?.own).toBeCloseTo(273 / 400, 12)
    expect(held?.within).toEqual(ratesHeld(stones)?.within)
    expect(held?.covered).toBeCloseTo(700 / 800, 12)
  })

  it('leave out levels that have one side only', () => {
    const held = ratesHeld([...stones, { level: 'none', left: { successes: 1, n: 9 }, right: { successes: 0, n: 0 } }])
    expect(held?.levels).toBe(2)
    expect(held?.covered).toBeCloseTo(700 / 709, 12)
  })
})

describe('means with a third column held the same', () => {
  it('turn round where the levels differ more than the sides', () => {
    const side = (n: number, mean: number) => ({ n, mean, variance: 1 })
    const held = meansHeld([
      { level: 'a', left: side(90, 10), right: side(10, 11) },
      { level: 'b', left: side(10, 1), right: side(90, 2) },
    ])
    expect(held?.overall.value).toBeCloseTo(9.1 - 2.9, 12)
    expect(held?.within.value).toBeCloseTo(-1, 12)
    expect(held?.against).toBe(2)
    expect(held && confounding(held.overall, held.within)).toBe('reversed')
  })

  it('say nothing where no level has both sides', () => {
    const some = { n: 20, mean: 1, variance: 1 }
    const none = { n: 0, mean: 0, variance: 0 }
    expect(
      meansHeld([
        { level: 'a', left: some, right: none },
        { level: 'b', left: none, right: some },
      ]),
    ).toBeNull()
  })
})

describe('rank correlations with a third column held the same', () => {
  const rows = Array.from({ length: 60 }, (_, row) => ({ level: row % 3, step: Math.floor(row / 3) }))
  const x = rows.map(({ level, step }) => 100 * level + step)
  const y = rows.map(({ level, step }) => 100 * level - step)

  it('turn round where the levels rise and their rows fall', () => {
    const held = ranksHeld(
      x,
      y,
      rows.map(({ level }) => level),
    )
    expect(held?.overall.value).toBeGreaterThan(0.7)
    expect(held?.within.value).toBeCloseTo(-1, 10)
    expect(held).toMatchObject({ levels: 3, against: 3, covered: 1, own: null, other: null })
  })

  it('are given level by level from the rows of their query', () => {
    const { held, levels } = heldByLevel('ranks_held', [
      x,
      y,
      rows.map(({ level }) => (level === 2 ? null : `l${level}`)),
    ])
    expect(held?.levels).toBe(2)
    expect(held?.covered).toBeCloseTo(2 / 3, 12)
    expect(levels.map(({ level }) => level)).toEqual(['l0', 'l1'])
    for (const { effect } of levels) expect(effect).toBeCloseTo(-1, 10)
  })
})
