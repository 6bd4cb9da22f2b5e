/** The main half's end of the link, by itself so that each part may use it. */
import type { Link } from '../link.ts'

let current: Link | null = null

export function provideLink(link: Link): void {
  current = link
}

export function link(): Link {
  if (current === null) throw new Error('the stand-in is not wired')
  return current
}
