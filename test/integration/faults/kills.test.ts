/** The short version of `npm run test:faults`: every named point once, and a random time after each fourth. */
import { describe, expect, it } from 'vitest'
import { withBundle } from '../../support/faults/bundle.ts'
import { faultPoints, runKills } from '../../support/faults/kills.ts'

const randomEvery = 5
const kills = Math.ceil((faultPoints.length * randomEvery) / (randomEvery - 1))

describe(`an engine killed ${kills} times (a thousand in test:faults) while it tells real files`, () => {
  it('loses no acknowledged job, tells no story twice and repeats only the running stage', {
    timeout: 600_000,
  }, async () => {
    const report = await withBundle((bundle) => runKills(bundle, { kills, seed: 7, randomEvery, killsPerFolder: 50 }))
    expect(report.violations).toEqual([])
    expect(report.kills).toBe(kills)
    expect(report.acknowledged).toBeGreaterThan(5)
    expect(report.completed).toBeGreaterThan(5)
    expect(report.documents).toBeGreaterThan(0)
    // A point a slow machine did not come to in time is killed from outside instead.
    expect(report.atPoints.size + report.pointsMissed).toBeGreaterThanOrEqual(faultPoints.length)
  })
})
