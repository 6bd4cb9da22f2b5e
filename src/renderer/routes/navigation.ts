/** Where the window is, as a React value, and the ways to move it. */
import { useMemo, useSyncExternalStore } from 'react'
import { hrefOf, parseRoute, type Route } from './route.ts'

const replaced = new EventTarget()

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  replaced.addEventListener('change', listener)
  return () => {
    window.removeEventListener('hashchange', listener)
    replaced.removeEventListener('change', listener)
  }
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash)
  return useMemo(() => parseRoute(hash), [hash])
}

export function currentRoute(): Route {
  return parseRoute(window.location.hash)
}

export function navigate(route: Route): void {
  window.location.hash = hrefOf(route)
}

/** Moves on without leaving the present place in the history: back does not return to it. */
export function replaceRoute(route: Route): void {
  window.history.replaceState(null, '', hrefOf(route))
  replaced.dispatchEvent(new Event('change'))
}
