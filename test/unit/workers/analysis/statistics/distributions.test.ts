/** Tails and quantiles against values computed with 60 digits (mpmath), from 1 down to 1e-300. */
import { describe, expect, it } from 'vitest'
import { chiSquareUpperP } from '../../../../../src/workers/analysis/statistics/chi-square-distribution.ts'
import { fisherFUpperP } from '../../../../../src/workers/analysis/statistics/fisher-f-distribution.ts'
import {
  normalLowerP,
  normalQuantile,
  normalTwoSidedP,
} from '../../../../../src/workers/analysis/statistics/normal-distribution.ts'
import {
  studentTQuantile,
  studentTTwoSidedP,
} from '../../../../../src/workers/analysis/statistics/student-t-distribution.ts'

/** Digits on which a value agrees with its reference. */
const digits = (value: number, reference: number) => -Math.log10(Math.max(1e-17, Math.abs(value / reference - 1)))

describe('distributions', () => {
  it.each([
    [1.96, 0.04999579029644087],
    [0.1, 0.920344325445942],
    [10, 1.523970604832105e-23],
    [37, 1.1451142445049154e-299],
  ])('the normal tail at %d is right to 12 digits', (z, reference) => {
    expect(digits(normalTwoSidedP(z), reference)).toBeGreaterThan(12)
    expect(normalTwoSidedP(-z)).toBe(normalTwoSidedP(z))
  })

  it.each([
    [1e-8, 1, 0.9999999936338023],
    [2, 3, 0.1393259685588432],
    [3.3, 4.7, 0.023544845344354706],
    [37, 29.5, 2.8121305411114024e-26],
    [1e20, 2, 1e-40],
    [37, 1000, 1.7300788809913061e-189],
    [10, 10000000.0, 1.5243592290273756e-23],
    [1e80, 3, 2.2053155816871682e-240],
  ])('the t tail at %d with %d degrees of freedom is right to 12 digits', (t, freedom, reference) => {
    expect(digits(studentTTwoSidedP(t, freedom), reference)).toBeGreaterThan(12)
  })

  it.each([
    [1e-9, 1, 1, 0.9999798683151649],
    [5, 2, 3, 0.11085795263429109],
    [12, 3.3, 7.7, 0.0025528946565598226],
    [50, 50, 1000, 5.085066472139937e-235],
    [5, 100, 18000, 1.5563158304421047e-53],
    [400, 1, 100000.0, 8.223493910654362e-89],
    [0.9, 11, 24, 0.5540409448404756],
  ])('the F tail at %d with %d and %d degrees of freedom is right to 12 digits', (f, df1, df2, reference) => {
    expect(digits(fisherFUpperP(f, df1, df2), reference)).toBeGreaterThan(12)
  })

  it.each([
    [0.01, 1, 0.920344325445942],
    [10, 4.5, 0.05607208524159753],
    [700, 1, 2.9902269751246203e-154],
    [1350, 1, 1.5405535053331527e-295],
    [300, 200, 5.924540335483916e-6],
    [2000, 1000, 4.1436785914549916e-69],
  ])('the chi-square tail at %d with %d degrees of freedom is right to 12 digits', (x, freedom, reference) => {
    expect(digits(chiSquareUpperP(x, freedom), reference)).toBeGreaterThan(12)
  })

  it('the normal quantile is the one of scipy, and undoes the tail down to 1e-300', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14)
    expect(normalQuantile(0.9999999)).toBeCloseTo(5.199337582290661, 12)
    for (const p of [1e-300, 1e-100, 1e-20, 0.001, 0.4])
      expect(digits(normalLowerP(normalQuantile(p)), p)).toBeGreaterThan(12)
  })

  it('the t quantile is the one of scipy, and undoes the tail', () => {
    expect(studentTQuantile(0.975, 7.5)).toBeCloseTo(2.333039626864974, 13)
    expect(digits(studentTQuantile(1e-10, 7.5), -45.36104424133951)).toBeGreaterThan(12)
    for (const freedom of [1, 2, 3.3, 30, 1e6]) {
      for (const p of [1e-12, 0.025, 0.49]) {
        expect(digits(studentTTwoSidedP(studentTQuantile(p, freedom), freedom) / 2, p)).toBeGreaterThan(12)
      }
    }
  })

  it('the ends of the domain are 1, 0 or not a number, never an error', () => {
    expect([normalTwoSidedP(0), studentTTwoSidedP(0, 5), fisherFUpperP(0, 2, 3), chiSquareUpperP(0, 4)]).toEqual([
      1, 1, 1, 1,
    ])
    const infinite = Number.POSITIVE_INFINITY
    expect([normalTwoSidedP(infinite), studentTTwoSidedP(infinite, 5), fisherFUpperP(infinite, 2, 3)]).toEqual([
      0, 0, 0,
    ])
    expect([normalQuantile(0), normalQuantile(1), studentTQuantile(0.5, 3)]).toEqual([-infinite, infinite, 0])
    for (const value of [
      studentTTwoSidedP(1, 0),
      fisherFUpperP(1, -1, 3),
      chiSquareUpperP(Number.NaN, 4),
      normalQuantile(2),
    ]) {
      expect(value).toBeNaN()
    }
    expect(studentTTwoSidedP(1.96, infinite)).toBe(normalTwoSidedP(1.96))
    expect(fisherFUpperP(3, 2, infinite)).toBe(chiSquareUpperP(6, 2))
  })
})
