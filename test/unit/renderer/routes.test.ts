import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  hrefOf,
  jobsShown,
  libraryShown,
  librarySorts,
  metricsPeriods,
  parseRoute,
  type Route,
} from '../../../src/renderer/routes/route.ts'
import { holds } from '../../support/property.ts'

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

  test('a document keeps its page and the words looked for in it', () => {
    expect(parseRoute('#/documents/abc/p12?find=net+margin')).toEqual({
      screen: 'document',
      id: 'abc',
      page: 12,
      find: 'net margin',
    })
    expect(parseRoute('#/documents/abc')).toEqual({ screen: 'document', id: 'abc', page: null, find: '' })
    expect(parseRoute('#/documents')).toEqual({ screen: 'library', search: '', sort: 'newest', show: 'all' })
  })

  test('a table keeps what is filtered, sorted and shown of it, and the row one was at', () => {
    const route: Route = {
      screen: 'data',
      id: 'abc',
      table: 'sales & more',
      filter: 'region = "a?b" and year >= 2022',
      search: '50 %',
      sort: [
        { column: '-odd', descending: true },
        { column: 'a b', descending: false },
      ],
      columns: ['b', 'a=1'],
      widths: { 'a:b': 240 },
      row: 5_000_001,
      from: 'key',
    }
    expect(parseRoute(hrefOf(route))).toEqual(route)
    expect(parseRoute('#/data/abc')).toEqual({
      screen: 'data',
      id: 'abc',
      table: '',
      filter: '',
      search: '',
      sort: [],
      columns: [],
      widths: {},
      row: 1,
      from: '',
    })
    expect(parseRoute('#/data/abc?row=-3&sort=x&width=abc')).toMatchObject({ row: 1, sort: [], widths: {} })
  })

  test('a document has no page 0, no half page and no page with another name', () => {
    for (const page of ['p0', 'p-1', 'p1.5', '12', 'pxii', 'p12x']) {
      expect(parseRoute(`#/documents/abc/${page}`)).toHaveProperty('screen', 'unknown')
    }
  })

  test('every route is read back from its own address, whatever its parts hold', () => {
    const part = fc.string({ minLength: 1, unit: 'grapheme' })
    const route: fc.Arbitrary<Route> = fc.oneof(
      fc.record({ screen: fc.constant('job' as const), id: part }),
      fc.record({ screen: fc.constant('incoming' as const), key: part }),
      fc.record({ screen: fc.constant('story' as const), id: part, anchor: fc.option(part) }),
      fc.record({
        screen: fc.constant('document' as const),
        id: part,
        page: fc.option(fc.integer({ min: 1, max: 10_000 })),
        find: fc.string({ unit: 'grapheme' }),
      }),
      fc.record({
        screen: fc.constant('library' as const),
        search: fc.string({ unit: 'grapheme' }),
        sort: fc.constantFrom(...librarySorts),
        show: fc.constantFrom(...libraryShown),
      }),
      fc.record({
        screen: fc.constant('jobs' as const),
        show: fc.constantFrom(...jobsShown),
        search: fc.string({ unit: 'grapheme' }),
      }),
      fc.record({ screen: fc.constant('compare' as const), before: part, after: fc.option(part) }),
      fc.record({ screen: fc.constant('compare' as const), before: fc.constant(null), after: fc.option(part) }),
      fc.record({ screen: fc.constant('metrics' as const), days: fc.constantFrom(...metricsPeriods) }),
      fc.constant<Route>({ screen: 'home' }),
    )
    holds(
      fc.property(route, (given) => {
        expect(parseRoute(hrefOf(given))).toEqual(given)
      }),
    )
  })

  test('no address makes it fail', () => {
    holds(
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
