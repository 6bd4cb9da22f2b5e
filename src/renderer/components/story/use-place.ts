/**
 * Where in a story somebody is: the section that is lit in the contents, the keys that step through them, and the way
 * back to the very place after a reload or from elsewhere.
 *
 *   measured (by what stands at the top) --asked for a section--> asked --scrolled by hand--> measured
 */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { currentRoute } from '../../routes/navigation.ts'
import { hrefOf } from '../../routes/route.ts'
import { onScroll } from '../on-scroll.ts'

/** From how far below the top of the window a heading counts as passed, in CSS pixels. */
const passedAt = 140
const settleMs = 2500
/** This long after a scroll has ended, with no other begun, the window has arrived. */
const restMs = 150

/** Kept with an entry of the history: how far its section has been scrolled past the top of the window. */
interface KeptPlace {
  readonly storyId: string
  readonly slug: string | null
  readonly past: number
}

interface ReadingPlace {
  readonly current: string | null
  readonly goTo: (slug: string) => void
  /** A section on or back; before the first is the top of the story. */
  readonly step: (by: 1 | -1) => void
}

export function useReadingPlace(slugs: readonly string[], storyId: string, anchor: string | null): ReadingPlace {
  const measured = useMeasuredSection(slugs)
  const [asked, setAsked] = useState<string | null>(anchor)
  const current = asked !== null && slugs.includes(asked) ? asked : measured
  useReleaseByHand(asked, setAsked)
  const named = useArrival(storyId, anchor)
  useKeptPlace(storyId, { current, measured, named })

  const goTo = useCallback((slug: string) => {
    setAsked(slug)
    scrollToSection(slug)
  }, [])
  const step = useCallback(
    (by: 1 | -1) => {
      const place = current === null ? -1 : slugs.indexOf(current)
      const slug = slugs[place + by]
      if (slug !== undefined) goTo(slug)
      else if (by === -1) {
        setAsked(null)
        document.querySelector('main')?.focus({ preventScroll: true })
        window.scrollTo({ top: 0, behavior: scrollBehavior() })
      }
    },
    [slugs, current, goTo],
  )
  return { current, goTo, step }
}

/** The last section whose heading has passed under the bar. */
function useMeasuredSection(slugs: readonly string[]): string | null {
  const [current, setCurrent] = useState<string | null>(null)
  useEffect(() => {
    const measure = (): void => {
      const atEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 4
      const passed = slugs.filter((slug) => {
        const element = document.getElementById(slug)
        return element !== null && element.getBoundingClientRect().top <= passedAt
      })
      const last = atEnd && window.scrollY > 0 ? slugs.at(-1) : passed.at(-1)
      setCurrent(last ?? null)
    }
    return onScroll(measure)
  }, [slugs])
  return current
}

const handKeys: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' '])

/** What was asked for holds, though it may not come to the top near the end, until somebody scrolls by hand. */
function useReleaseByHand(asked: string | null, setAsked: (slug: string | null) => void): void {
  useEffect(() => {
    if (asked === null) return
    let arrivedAt: number | null = null
    let rest = setTimeout(arrive, settleMs)
    function arrive(): void {
      arrivedAt = window.scrollY
    }
    const release = (): void => setAsked(null)
    const onKey = ({ key, target }: KeyboardEvent): void => {
      if (handKeys.has(key) && !(target instanceof HTMLButtonElement)) release()
    }
    const onScroll = (): void => {
      // A scroll bar that is dragged sends nothing but this.
      if (arrivedAt !== null && Math.abs(window.scrollY - arrivedAt) > 2 * passedAt) {
        release()
        return
      }
      if (arrivedAt !== null) return
      clearTimeout(rest)
      rest = setTimeout(arrive, settleMs)
    }
    // A smooth scroll may halt for longer than it takes to rest, where the machine is busy: only its end says that it is over.
    const onScrollEnd = (): void => {
      if (arrivedAt !== null) return
      clearTimeout(rest)
      rest = setTimeout(arrive, restMs)
    }
    window.addEventListener('wheel', release, { passive: true })
    window.addEventListener('touchmove', release, { passive: true })
    window.addEventListener('keydown', onKey)
    window.addEventListener('scroll', onScroll, { passive: true })
    window.addEventListener('scrollend', onScrollEnd)
    return () => {
      clearTimeout(rest)
      window.removeEventListener('wheel', release)
      window.removeEventListener('touchmove', release)
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('scroll', onScroll)
      window.removeEventListener('scrollend', onScrollEnd)
    }
  }, [asked, setAsked])
}

/**
 * To the place kept with this entry of the history, else to the section the address names. Gives the section last arrived
 * at: whoever writes another into the address without going there notes it here.
 */
function useArrival(storyId: string, anchor: string | null): RefObject<string | null> {
  const first = useRef(true)
  const named = useRef<string | null>(null)
  useEffect(() => {
    const kept = first.current ? keptPlace(storyId) : null
    first.current = false
    if (kept !== null) {
      named.current = anchor
      return holdAt(() => topOf(kept.slug) + kept.past)
    }
    if (anchor === null || named.current === anchor) return
    named.current = anchor
    return holdAt(() => topOf(anchor) - roomAbove(anchor))
  }, [storyId, anchor])
  return named
}

interface PlaceInSight {
  readonly current: string | null
  readonly measured: string | null
  readonly named: RefObject<string | null>
}

/** The address names the section, its entry in the history the very place. */
function useKeptPlace(storyId: string, { current, measured, named }: PlaceInSight): void {
  useEffect(() => {
    const keep = (): void => {
      // A link was followed already, and its screen is on the way: its address stays.
      const here = currentRoute()
      if (here.screen !== 'story' || here.id !== storyId) return
      const place: KeptPlace = { storyId, slug: measured, past: window.scrollY - topOf(measured) }
      // No event is sent, so nothing renders: the address only remembers, and the next rendering is not to go there.
      named.current = current
      window.history.replaceState({ place }, '', hrefOf({ ...here, anchor: current }))
    }
    let timer = setTimeout(keep, 250)
    const schedule = (): void => {
      clearTimeout(timer)
      timer = setTimeout(keep, 250)
    }
    window.addEventListener('scroll', schedule, { passive: true })
    window.addEventListener('pagehide', keep)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('scroll', schedule)
      window.removeEventListener('pagehide', keep)
    }
  }, [storyId, current, measured, named])
}

function keptPlace(storyId: string): KeptPlace | null {
  const place = (window.history.state as { readonly place?: Partial<KeptPlace> } | null)?.place
  if (place?.storyId !== storyId || typeof place.past !== 'number') return null
  return { storyId, slug: typeof place.slug === 'string' ? place.slug : null, past: place.past }
}

/** Of a section in the page; the page's own for none. */
function topOf(slug: string | null): number {
  const element = slug === null ? null : document.getElementById(slug)
  return element === null ? 0 : element.getBoundingClientRect().top + window.scrollY
}

function roomAbove(slug: string): number {
  const element = document.getElementById(slug)
  return element === null ? 0 : Number.parseFloat(getComputedStyle(element).scrollMarginTop) || 0
}

/** Keeps the window there while charts still take their places. */
function holdAt(place: () => number): () => void {
  const go = (): void => window.scrollTo({ top: place(), behavior: 'instant' })
  const observer = new ResizeObserver(go)
  const events = ['wheel', 'touchmove', 'keydown', 'pointerdown']
  const release = (): void => {
    observer.disconnect()
    clearTimeout(timer)
    for (const name of events) window.removeEventListener(name, release)
  }
  const timer = setTimeout(release, settleMs)
  // Whoever scrolls by hand has the last word.
  for (const name of events) window.addEventListener(name, release)
  go()
  observer.observe(document.body)
  return release
}

/** The keyboard goes along: the next Tab leads to what stands in the section. */
function scrollToSection(slug: string): void {
  document.getElementById(`${slug}-h`)?.focus({ preventScroll: true })
  document.getElementById(slug)?.scrollIntoView({ behavior: scrollBehavior(), block: 'start' })
}

function scrollBehavior(): ScrollBehavior {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth'
}
