/** The places of the window and their addresses, both ways. An address holds all that a reload needs to come back. */

export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: 'incoming'; readonly key: string }
  | { readonly screen: 'job'; readonly id: string }
  | { readonly screen: 'jobs'; readonly show: JobsShown; readonly search: string }
  | { readonly screen: 'metrics'; readonly days: MetricsDays }
  | {
      readonly screen: 'story'
      readonly id: string
      readonly anchor: string | null
      /** Words looked for in it. */
      readonly find?: string
    }
  /** What was told of a story's source, to be changed. */
  | { readonly screen: 'retell'; readonly id: string }
  | DataRoute
  | {
      readonly screen: 'document'
      readonly id: string
      /** From 1; null where the address names none. */
      readonly page: number | null
      /** Words to look for in it; empty: none. */
      readonly find: string
    }
  | {
      readonly screen: 'library'
      readonly search: string
      readonly sort: LibrarySort
      readonly show: LibraryShown
      /** Only entries with this tag. */
      readonly tag?: string
      readonly favourites?: true
    }
  | {
      readonly screen: 'compare'
      /** The earlier of two stories; null while it is to be chosen, as the later one. */
      readonly before: string | null
      readonly after: string | null
    }
  | { readonly screen: 'unknown'; readonly address: string }

/** A table of a story, row by row. */
export interface DataRoute {
  readonly screen: 'data'
  /** Of the story. */
  readonly id: string
  /** Empty: the first. */
  readonly table: string
  /** As `parseCondition` reads it; empty: all rows. */
  readonly filter: string
  /** Words some column holds; empty: none. */
  readonly search: string
  readonly sort: readonly { readonly column: string; readonly descending: boolean }[]
  /** Columns that are shown, in their order; empty: all, in that of the table. */
  readonly columns: readonly string[]
  /** Widths that were changed, CSS pixels by column. */
  readonly widths: Readonly<Record<string, number>>
  /** The first row in sight, from 1. */
  readonly row: number
  /** The part of the story one came from; empty: none. */
  readonly from: string
}

/** All rows of a story's first table, as they stand. */
export function wholeTable(id: string, table = ''): DataRoute {
  return { screen: 'data', id, table, filter: '', search: '', sort: [], columns: [], widths: {}, row: 1, from: '' }
}

export const jobsShown = ['all', 'running', 'waiting', 'completed', 'failed', 'cancelled'] as const
export type JobsShown = (typeof jobsShown)[number]

export const metricsPeriods = [7, 30, 90, 365] as const
export type MetricsDays = (typeof metricsPeriods)[number]

export const allJobs = { screen: 'jobs', show: 'all', search: '' } as const satisfies Route
export const usualMetrics = { screen: 'metrics', days: 30 } as const satisfies Route

export const librarySorts = ['newest', 'oldest', 'title', 'file'] as const
export type LibrarySort = (typeof librarySorts)[number]

export const libraryShown = ['all', 'stories', 'documents'] as const
export type LibraryShown = (typeof libraryShown)[number]

export const wholeLibrary = { screen: 'library', search: '', sort: 'newest', show: 'all' } as const satisfies Route

const pagePart = /^p[1-9]\d{0,8}$/u

/** Reads a `location.hash`, with or without its `#`. Anything not understood is `unknown`, never an exception. */
export function parseRoute(hash: string): Route {
  const address = hash.replace(/^#/, '')
  const [path = '', query = ''] = address.split('?', 2)
  const [first, second, third, ...rest] = path.split('/').filter((part) => part !== '')
  const parts = [second, third].map(decode)
  const [one, two] = parts
  const parameters = new URLSearchParams(query)
  if (rest.length > 0) return { screen: 'unknown', address }
  switch (first) {
    case undefined:
      return { screen: 'home' }
    case 'incoming':
      return one ? { screen: 'incoming', key: one } : { screen: 'home' }
    case 'jobs':
      if (two) break
      if (one) return { screen: 'job', id: one }
      return {
        screen: 'jobs',
        show: jobsShown.find((name) => name === parameters.get('show')) ?? 'all',
        search: parameters.get('search') ?? '',
      }
    case 'metrics':
      if (one) break
      return { screen: 'metrics', days: metricsPeriods.find((days) => String(days) === parameters.get('days')) ?? 30 }
    case 'stories':
      return one ? { screen: 'story', id: one, anchor: two ?? null, ...given('find', parameters) } : wholeLibrary
    case 'retell':
      if (two) break
      return one ? { screen: 'retell', id: one } : wholeLibrary
    case 'data':
      if (two) break
      return one ? dataRoute(one, parameters) : wholeLibrary
    case 'documents': {
      if (!one) return wholeLibrary
      if (two !== undefined && !pagePart.test(two)) break
      const page = two === undefined ? null : Number(two.slice(1))
      return { screen: 'document', id: one, page, find: parameters.get('find') ?? '' }
    }
    case 'compare':
      return { screen: 'compare', before: one || null, after: one ? two || null : parameters.get('after') || null }
    case 'library': {
      if (one) break
      const sort = librarySorts.find((name) => name === parameters.get('sort')) ?? 'newest'
      const show = libraryShown.find((name) => name === parameters.get('show')) ?? 'all'
      return {
        screen: 'library',
        search: parameters.get('search') ?? '',
        sort,
        show,
        ...given('tag', parameters),
        ...(parameters.get('favourites') === '1' ? { favourites: true } : {}),
      }
    }
  }
  return { screen: 'unknown', address }
}

/** The address of a route, starting with `#/`. `parseRoute` gives the same route back. */
export function hrefOf(route: Route): string {
  switch (route.screen) {
    case 'home':
      return '#/'
    case 'incoming':
      return `#/incoming/${encodeURIComponent(route.key)}`
    case 'job':
      return `#/jobs/${encodeURIComponent(route.id)}`
    case 'jobs':
      return withQuery('#/jobs', { search: route.search, show: route.show === 'all' ? '' : route.show })
    case 'metrics':
      return withQuery('#/metrics', { days: route.days === 30 ? '' : String(route.days) })
    case 'story': {
      const story = `#/stories/${encodeURIComponent(route.id)}`
      const place = route.anchor === null ? story : `${story}/${encodeURIComponent(route.anchor)}`
      return withQuery(place, { find: route.find ?? '' })
    }
    case 'retell':
      return `#/retell/${encodeURIComponent(route.id)}`
    case 'data':
      return hrefOfData(route)
    case 'document': {
      const document = `#/documents/${encodeURIComponent(route.id)}`
      return withQuery(route.page === null ? document : `${document}/p${route.page}`, { find: route.find })
    }
    case 'compare': {
      const { before, after } = route
      if (before === null) return withQuery('#/compare', { after: after ?? '' })
      const earlier = `#/compare/${encodeURIComponent(before)}`
      return after === null ? earlier : `${earlier}/${encodeURIComponent(after)}`
    }
    case 'library':
      return withQuery('#/library', {
        search: route.search,
        sort: route.sort === 'newest' ? '' : route.sort,
        show: route.show === 'all' ? '' : route.show,
        tag: route.tag ?? '',
        favourites: route.favourites ? '1' : '',
      })
    case 'unknown':
      return `#${route.address}`
  }
}

/** Anything not understood is left out. */
function dataRoute(id: string, parameters: URLSearchParams): DataRoute {
  const text = (name: string): string => parameters.get(name) ?? ''
  const row = Number(text('row'))
  const widths = parameters.getAll('width').flatMap((given) => {
    const [, width = '', column = ''] = /^(\d{2,4}):(.+)$/su.exec(given) ?? []
    return column === '' ? [] : [[column, Number(width)] as const]
  })
  return {
    screen: 'data',
    id,
    table: text('table'),
    filter: text('filter'),
    search: text('search'),
    sort: parameters
      .getAll('sort')
      .filter((one) => /^[+-]./su.test(one))
      .map((one) => ({ column: one.slice(1), descending: one.startsWith('-') })),
    columns: parameters.getAll('column'),
    widths: Object.fromEntries(widths),
    row: Number.isSafeInteger(row) && row >= 1 ? row : 1,
    from: text('from'),
  }
}

function hrefOfData(route: DataRoute): string {
  const { table, filter, search, sort, columns, widths, row, from } = route
  const query = new URLSearchParams()
  const single = { table, filter, search, row: row === 1 ? '' : String(row), from }
  for (const [name, value] of Object.entries(single)) if (value !== '') query.append(name, value)
  for (const { column, descending } of sort) query.append('sort', `${descending ? '-' : '+'}${column}`)
  for (const column of columns) query.append('column', column)
  for (const [column, width] of Object.entries(widths)) query.append('width', `${Math.round(width)}:${column}`)
  const address = `#/data/${encodeURIComponent(route.id)}`
  return query.size === 0 ? address : `${address}?${query}`
}

function given<Name extends string>(name: Name, parameters: URLSearchParams): { readonly [Key in Name]?: string } {
  const value = parameters.get(name)
  return value === null || value === '' ? {} : ({ [name]: value } as { readonly [Key in Name]: string })
}

/** What is empty is left out. */
function withQuery(path: string, values: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== '')).toString()
  return query === '' ? path : `${path}?${query}`
}

function decode(part: string | undefined): string | undefined {
  if (part === undefined) return undefined
  try {
    return decodeURIComponent(part)
  } catch {
    // A stray % in an address someone typed: taken as it stands.
    return part
  }
}
