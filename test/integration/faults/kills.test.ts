/** The short version of `npm run test:faults`: every named point at least once, and as many random times. */
import { describe, expect, it } from 'vitest'
import { withBundle } from '../../support/faults/bundle.ts'
import { faultPoints, runKills } from '../../support/faults/kills.ts'

describe('an engine killed a hundred times while it tells real files', () => {
  it('loses no acknowledged job, tells no story twice and repeats only the running stage', {
    timeout: 600_000,
  }, async () => {
    const report = await withBundle((bundle) => runKills(bundle, { kills: 100, seed: 7, killsPerFolder: 50 }))
    expect(report.violations).toEqual([])
    expect(report.kills).toBe(100)
    expect(report.acknowledged).toBeGreaterThan(10)
    expect(report.completed).toBeGreaterThan(5)
    // A point a slow machine did not come to in time is killed from outside instead.
    expect(report.atPoints.size + report.pointsMissed).toBeGreaterThanOrEqual(faultPoints.length)
  })
})
