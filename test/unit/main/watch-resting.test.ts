import { describe, expect, it } from 'vitest'
import { lookAt, type Rest, type Sighting, type Version } from '../../../src/main/engine/watch/resting.ts'

const restMs = 5_000

function sighting(bytes: number, modifiedAtMs = 1): Sighting {
  return { name: 'a.csv', path: '/w/a.csv', bytes, modifiedAtMs }
}

/** Looks at the given sightings one after another, `everyMs` apart; gives in which looks the file was ready. */
function readyIn(
  sightings: readonly (Sighting | null)[],
  everyMs: number,
  known = new Map<string, Version>(),
): number[] {
  let resting: ReadonlyMap<string, Rest> = new Map()
  return sightings.flatMap((one, at) => {
    const looked = lookAt(one === null ? [] : [one], known, resting, { nowMs: at * everyMs, restMs })
    resting = looked.resting
    return looked.ready.length > 0 ? [at] : []
  })
}

describe('a file in a watched place', () => {
  it('is ready once its size and time have rested', () => {
    expect(readyIn([sighting(10), sighting(10), sighting(10)], 3_000)).toEqual([2])
  })

  it('is not ready while it grows, nor before it has rested after that', () => {
    const growing = [sighting(10), sighting(20), sighting(30), sighting(30), sighting(30)]
    expect(readyIn(growing, 3_000)).toEqual([4])
  })

  it('is not ready while only its time changes: it is written in place', () => {
    expect(readyIn([sighting(10, 1), sighting(10, 2), sighting(10, 3), sighting(10, 4)], 3_000)).toEqual([])
  })

  it('begins anew when it was away in between', () => {
    expect(readyIn([sighting(10), null, sighting(10), sighting(10), sighting(10)], 3_000)).toEqual([4])
  })

  it('is none while it is empty', () => {
    expect(readyIn([sighting(0), sighting(0), sighting(0), sighting(0)], 3_000)).toEqual([])
  })

  it('is no news where this version is known, and news where it has another size or time', () => {
    const known = new Map([['a.csv', { bytes: 10, modifiedAtMs: 1 }]])
    expect(readyIn([sighting(10), sighting(10), sighting(10)], 3_000, known)).toEqual([])
    expect(readyIn([sighting(10, 2), sighting(10, 2), sighting(10, 2)], 3_000, known)).toEqual([2])
    expect(readyIn([sighting(11), sighting(11), sighting(11)], 3_000, known)).toEqual([2])
  })
})
