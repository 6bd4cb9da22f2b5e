import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  hrefOf,
  jobsShown,
  librarySorts,
  metricsPeriods,
  parseRoute,
  type Route,
} from '../../../src/renderer/routes/route.ts'

describe('addresses', () => {
  test('an empty address is home', () => {
    expect(parseRoute('')).toEqual({ screen: 'home' })
    expect(parseRoute('#/')).toEqual({ screen: 'home' })
  })

  test('a story keeps its anchor', () => {
    expect(parseRoute('#/stories/abc/change-over-time')).toEqual({
      screen: 'story',
      id: 'abc',
      anchor: 'change-over-time',
    })
  })

  test('every route is read back from its own address, whatever its parts hold', () => {
    const part = fc.string({ minLength: 1, unit: 'grapheme' })
    const route: fc.Arbitrary<Route> = fc.oneof(
      fc.record({ screen: fc.constant('job' as const), id: part }),
      fc.record({ screen: fc.constant('incoming' as const), key: part }),
      fc.record({ screen: fc.constant('story' as const), id: part, anchor: fc.option(part) }),
      fc.record({
        screen: fc.constant('library' as const),
        search: fc.string({ unit: 'grapheme' }),
        sort: fc.constantFrom(...librarySorts),
      }),
      fc.record({
        screen: fc.constant('jobs' as const),
        show: fc.constantFrom(...jobsShown),
        search: fc.string({ unit: 'grapheme' }),
      }),
      fc.record({ screen: fc.constant('metrics' as const), days: fc.constantFrom(...metricsPeriods) }),
      fc.constant<Route>({ screen: 'home' }),
    )
    fc.assert(
      fc.property(route, (given) => {
        expect(parseRoute(hrefOf(given))).toEqual(given)
      }),
    )
  })

  test('no address makes it fail', () => {
    fc.assert(
      fc.property(fc.string(), (hash) => {
        expect(parseRoute(`#/${hash}`)).toHaveProperty('screen')
      }),
    )
    expect(parseRoute('#/stories/100%')).toEqual({ screen: 'story', id: '100%', anchor: null })
    expect(parseRoute('#/metrics?days=12')).toEqual({ screen: 'metrics', days: 30 })
    expect(parseRoute('#/jobs?show=everything')).toEqual({ screen: 'jobs', show: 'all', search: '' })
    expect(parseRoute('#/nowhere/at/all')).toEqual({ screen: 'unknown', address: '/nowhere/at/all' })
  })
})
