/**
 * A scrolled height that a browser can hold for one that it cannot: ten million rows are 280 million pixels, and elements
 * end at some 33 million. Near both ends a pixel is a pixel; between them one stands for many.
 */

/** Kept well below what Chromium can hold. */
const mostHeight = 8_000_000
/** At either end, of the whole height, as it is. */
const edge = 400_000

export interface ScrollScale {
  /** Height of the element that is scrolled, CSS pixels. */
  readonly height: number
  readonly isScaled: boolean
  /** The place in the whole height for a place of the scrolled element, and back. */
  readonly wholeOf: (scrolled: number) => number
  readonly scrolledOf: (whole: number) => number
}

/** `whole`: the height all rows would have, CSS pixels. */
export function scrollScale(whole: number): ScrollScale {
  if (whole <= mostHeight) {
    return { height: whole, isScaled: false, wholeOf: (place) => place, scrolledOf: (place) => place }
  }
  const ratio = (whole - 2 * edge) / (mostHeight - 2 * edge)
  return {
    height: mostHeight,
    isScaled: true,
    wholeOf: (scrolled) => {
      if (scrolled <= edge) return scrolled
      if (scrolled >= mostHeight - edge) return whole - (mostHeight - scrolled)
      return edge + (scrolled - edge) * ratio
    },
    scrolledOf: (place) => {
      if (place <= edge) return place
      if (place >= whole - edge) return mostHeight - (whole - place)
      return edge + (place - edge) / ratio
    },
  }
}
