/** The multiplicity control on cases worked by hand, on simulated noise, and with effects planted among it. */
import { describe, expect, it } from 'vitest'
import { controlMultiplicity, type TestFamily } from '../../../../src/workers/analysis/control.ts'
import { normalTwoSidedP } from '../../../../src/workers/analysis/statistics/normal-distribution.ts'
import { type SeededRandom, seededRandom } from '../../../../src/workers/analysis/statistics/seeded-random.ts'

/** Twelve families of unlike size, 620 tests; planted: a quarter of three families is 3.5 standard errors off zero. */
function simulate(random: SeededRandom, planted: boolean): TestFamily[] {
  return [200, 120, 90, 60, 40, 30, 25, 20, 15, 10, 6, 4].map((count, family) => ({
    name: `family ${family}`,
    count,
    tests: Array.from({ length: count }, (_, index) => {
      const real = planted && family % 4 === 1 && index < count / 4
      const z = random.normal() + (real ? 3.5 : 0)
      return { id: `${real ? 'real' : 'noise'} ${family}/${index}`, p: normalTwoSidedP(z) }
    }),
  }))
}

describe('multiplicity control', () => {
  it('selects families across, then tests inside at q·R/m', () => {
    const result = controlMultiplicity([
      {
        name: 'a',
        count: 2,
        tests: [
          { id: 'a1', p: 0.001 },
          { id: 'a2', p: 0.03 },
        ],
      },
      {
        name: 'b',
        count: 2,
        tests: [
          { id: 'b1', p: 0.5 },
          { id: 'b2', p: 0.9 },
        ],
      },
    ])
    // Simes: a min(.002, .03) = .002, b .9; across: a .004 (of two families), b .9: one of two is selected.
    expect(result.families).toEqual([
      { name: 'a', tests: 2, simes: 0.002, selected: true, kept: 1 },
      { name: 'b', tests: 2, simes: 0.9, selected: false, kept: 0 },
    ])
    // Inside a: q .002 and .03, times m/R = 2.
    expect(result.tests.get('a1')).toEqual({ kept: true, q: 0.004, family: 'a' })
    expect(result.tests.get('a2')).toEqual({ kept: false, q: 0.06, family: 'a' })
    expect(result.tests.get('b1')?.kept).toBe(false)
    expect(result.testsTried).toBe(4)
  })

  it('tests that were gated out count against those that were not', () => {
    const family = (count: number) => [{ name: 'a', count, tests: [{ id: 'a1', p: 0.004 }] }]
    expect(controlMultiplicity(family(10)).tests.get('a1')?.kept).toBe(true)
    expect(controlMultiplicity(family(20)).tests.get('a1')?.kept).toBe(false)
    expect(controlMultiplicity(family(20)).testsTried).toBe(20)
  })

  it('a selected family always keeps a test, and an unselected one never does', () => {
    for (let seed = 0; seed < 50; seed++) {
      for (const family of controlMultiplicity(simulate(seededRandom(seed), true)).families) {
        expect(family.kept > 0).toBe(family.selected)
      }
    }
  })

  it('nothing tried gives nothing, and a p that is not a number is never kept', () => {
    expect(controlMultiplicity([])).toEqual({ tests: new Map(), families: [], testsTried: 0 })
    const broken = controlMultiplicity([{ name: 'a', count: 1, tests: [{ id: 'a1', p: Number.NaN }] }])
    expect(broken.tests.get('a1')).toEqual({ kept: false, q: 1, family: 'a' })
    const empty = controlMultiplicity([
      { name: 'a', count: 0, tests: [] },
      { name: 'b', count: 1, tests: [{ id: 'b1', p: 0.04 }] },
    ])
    expect(empty.tests.get('b1')?.kept).toBe(true)
  })

  it('on pure noise, one analysis in twenty has a finding; without control, every one has', () => {
    const rounds = 400
    let any = 0
    for (let seed = 0; seed < rounds; seed++) {
      const { families } = controlMultiplicity(simulate(seededRandom(1000 + seed), false))
      if (families.some((family) => family.kept > 0)) any++
    }
    // Three standard errors around 5 % of 400.
    expect(any).toBeLessThanOrEqual(33)
  })

  it('of what it keeps among planted effects at most one in twenty is false, and it keeps most of them', () => {
    const rounds = 200
    let falseShare = 0
    let found = 0
    let planted = 0
    for (let seed = 0; seed < rounds; seed++) {
      const tests = [...controlMultiplicity(simulate(seededRandom(5000 + seed), true)).tests]
      const kept = tests.filter(([, test]) => test.kept)
      const real = kept.filter(([id]) => id.startsWith('real')).length
      falseShare += kept.length === 0 ? 0 : (kept.length - real) / kept.length
      found += real
      planted += tests.filter(([id]) => id.startsWith('real')).length
    }
    expect(falseShare / rounds).toBeLessThan(0.05)
    expect(found / planted).toBeGreaterThan(0.6)
  })
})
