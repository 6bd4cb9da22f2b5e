/** A piece of text as a page places it, in coordinates in which it reads from left to right and lines go down. */
export interface Fragment {
  readonly text: string
  /** Points; left end and baseline of the text, y downwards. */
  readonly x: number
  readonly y: number
  readonly width: number
  /** Height of the font in points. */
  readonly size: number
  readonly rightToLeft: boolean
  /** The document itself put a space after it. */
  readonly spaceAfter: boolean
}

export function right(fragment: Fragment): number {
  return fragment.x + fragment.width
}

/** Top of the letters, a little over their usual height. */
export function top(fragment: Pick<Fragment, 'y' | 'size'>): number {
  return fragment.y - 0.8 * fragment.size
}

export function bottom(fragment: Pick<Fragment, 'y' | 'size'>): number {
  return fragment.y + 0.2 * fragment.size
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
