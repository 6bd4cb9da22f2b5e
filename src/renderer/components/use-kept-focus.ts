/**
 * Keeps the place of whoever works by keyboard: where the element that has the focus is removed or disabled by what was
 * just done (the last chip, a button that took its own line away), the browser falls back to the page's beginning. Here
 * the focus goes to what is nearest instead, once nobody else has placed it.
 */
import { useEffect } from 'react'

const focusable = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])'
/** Within this time, ms, whoever takes an element away may place the focus themselves. */
const othersFirstMs = 60
/** Places kept, the last of each menu, dialog and the page, so that what was opened from elsewhere leads back there. */
const mostPlaces = 6

interface Place {
  readonly element: HTMLElement
  /** What holds it, the innermost first, up to the page. */
  readonly around: readonly HTMLElement[]
  /** All that could have the focus, in the order of the page, when it had. */
  readonly order: readonly HTMLElement[]
}

/** `fallback`: what has the focus where nothing is left near. */
export function useKeptFocus(fallback: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let places: readonly Place[] = []
    let byKeyboard = false
    let timer: ReturnType<typeof setTimeout> | null = null
    const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body
    const restore = (): void => {
      timer = null
      const [last] = places
      if (!isLost() || last === undefined) return
      // Given up on purpose, by a click beside it: nothing is to be kept.
      if (canHaveFocus(last.element)) places = []
      else (nearest(places) ?? fallback.current)?.focus()
    }
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return
      const place = placeOf(target)
      const isElsewhere = ({ around }: Place): boolean => around.at(-1) !== place.around.at(-1)
      places = [place, ...places.filter(isElsewhere)].slice(0, mostPlaces)
    }
    const look = (): void => {
      if (byKeyboard && timer === null && isLost()) timer = setTimeout(restore, othersFirstMs)
    }
    const onKey = (): void => {
      byKeyboard = true
    }
    const onPointer = (): void => {
      byKeyboard = false
    }
    const observer = new MutationObserver(look)
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled', 'hidden', 'open'] })
    document.addEventListener('focusin', onFocus)
    document.addEventListener('focusout', look)
    window.addEventListener('keydown', onKey, true)
    window.addEventListener('pointerdown', onPointer, true)
    return () => {
      if (timer !== null) clearTimeout(timer)
      observer.disconnect()
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('focusout', look)
      window.removeEventListener('keydown', onKey, true)
      window.removeEventListener('pointerdown', onPointer, true)
    }
  }, [fallback])
}

function placeOf(element: HTMLElement): Place {
  const around: HTMLElement[] = []
  for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement) around.push(at)
  return { element, around, order: [...document.querySelectorAll<HTMLElement>(focusable)] }
}

function canHaveFocus(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true })
}

/** The place itself where it is still there, else what stood next to it in the smallest part that is; null for none. */
function nearest(places: readonly Place[]): HTMLElement | null {
  for (const { element, around, order } of places) {
    if (canHaveFocus(element)) return element
    const at = order.indexOf(element)
    const after = order.slice(at + 1)
    const before = order.slice(0, Math.max(0, at)).toReversed()
    for (const part of around) {
      // Further out is another part of the window, where nobody was.
      if (part.tagName === 'MAIN') break
      if (!part.isConnected) continue
      const isIn = (one: HTMLElement): boolean => part.contains(one) && canHaveFocus(one)
      const found =
        after.find(isIn) ?? before.find(isIn) ?? [...part.querySelectorAll<HTMLElement>(focusable)].find(isIn)
      if (found !== undefined) return found
    }
  }
  return null
}
