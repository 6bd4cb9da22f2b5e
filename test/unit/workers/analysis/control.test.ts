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

  it('a p beyond its range counts as 1, and 0 as 0', () => {
    for (const p of [1.5, -0.1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const tests = [
        { id: 'odd', p },
        { id: 'sound', p: 0.01 },
      ]
      const result = controlMultiplicity([{ name: 'a', count: 2, tests }])
      expect(result.tests.get('odd'), String(p)).toEqual({ kept: false, q: 1, family: 'a' })
      expect(result.tests.get('sound')?.q).toBe(0.02)
      expect(result.families[0]?.simes).toBe(0.02)
    }
    const certain = controlMultiplicity([{ name: 'a', count: 1, tests: [{ id: 'a1', p: 0 }] }])
    expect(certain.tests.get('a1')).toEqual({ kept: true, q: 0, family: 'a' })
  })

  it('keeps what lies at the level itself', () => {
    const one = (name: string, p: number): TestFamily => ({ name, count: 1, tests: [{ id: name, p }] })
    const alone = controlMultiplicity([one('a', 0.05)])
    expect(alone.tests.get('a')).toEqual({ kept: true, q: 0.05, family: 'a' })
    expect(alone.families).toEqual([{ name: 'a', tests: 1, simes: 0.05, selected: true, kept: 1 }])
    // Both at the level: two of two are selected, so nothing is paid for selection.
    const both = controlMultiplicity([one('a', 0.05), one('b', 0.05)])
    expect([...both.tests.values()].map(({ kept, q }) => [kept, q])).toEqual([
      [true, 0.05],
      [true, 0.05],
    ])
  })

  it('divides the level by how many of the families were selected', () => {
    const family = (name: string, ...values: number[]): TestFamily => ({
      name,
      count: values.length,
      tests: values.map((p, index) => ({ id: `${name}${index}`, p })),
    })
    // Across four families Simes' p are .002, .004, .9, .9: two are selected, and within them q is paid for twice.
    const { tests, families } = controlMultiplicity([
      family('a', 0.001, 0.02),
      family('b', 0.002, 0.03),
      family('c', 0.9),
      family('d', 0.9),
    ])
    expect(families.map(({ selected, kept }) => [selected, kept])).toEqual([
      [true, 2],
      [true, 1],
      [false, 0],
      [false, 0],
    ])
    expect(tests.get('a1')?.q).toBe(0.04)
    expect(tests.get('b1')?.q).toBe(0.06)
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
