/** The places of the window and their addresses, both ways. An address holds all that a reload needs to come back. */

export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: 'incoming'; readonly key: string }
  | { readonly screen: 'job'; readonly id: string }
  | { readonly screen: 'jobs' }
  | { readonly screen: 'story'; readonly id: string; readonly anchor: string | null }
  | { readonly screen: 'library'; readonly search: string; readonly sort: LibrarySort }
  | { readonly screen: 'unknown'; readonly address: string }

export const librarySorts = ['newest', 'oldest', 'title', 'file'] as const
export type LibrarySort = (typeof librarySorts)[number]

/** Reads a `location.hash`, with or without its `#`. Anything not understood is `unknown`, never an exception. */
export function parseRoute(hash: string): Route {
  const address = hash.replace(/^#/, '')
  const [path = '', query = ''] = address.split('?', 2)
  const [first, second, third, ...rest] = path.split('/').filter((part) => part !== '')
  const parts = [second, third].map(decode)
  const [one, two] = parts
  if (rest.length > 0) return { screen: 'unknown', address }
  switch (first) {
    case undefined:
      return { screen: 'home' }
    case 'incoming':
      return one ? { screen: 'incoming', key: one } : { screen: 'home' }
    case 'jobs':
      if (two) break
      return one ? { screen: 'job', id: one } : { screen: 'jobs' }
    case 'stories':
      return one ? { screen: 'story', id: one, anchor: two ?? null } : { screen: 'library', search: '', sort: 'newest' }
    case 'library': {
      if (one) break
      const parameters = new URLSearchParams(query)
      const sort = librarySorts.find((name) => name === parameters.get('sort')) ?? 'newest'
      return { screen: 'library', search: parameters.get('search') ?? '', sort }
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
      return '#/jobs'
    case 'story': {
      const story = `#/stories/${encodeURIComponent(route.id)}`
      return route.anchor === null ? story : `${story}/${encodeURIComponent(route.anchor)}`
    }
    case 'library': {
      const parameters = new URLSearchParams()
      if (route.search !== '') parameters.set('search', route.search)
      if (route.sort !== 'newest') parameters.set('sort', route.sort)
      const query = parameters.toString()
      return query === '' ? '#/library' : `#/library?${query}`
    }
    case 'unknown':
      return `#${route.address}`
  }
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
