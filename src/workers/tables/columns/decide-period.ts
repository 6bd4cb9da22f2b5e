/** Decides whether a column holds quarters, weeks, months, years over two, or dates in East Asian notations. */
import { pairFormats, periodCandidates, shortPairFormats } from './period-formats.ts'
import { directivesOf } from './time-notation.ts'
import { parseTime } from './times.ts'

type Entries = readonly (readonly [text: string, weight: number])[]

/** An export that was put together from several; more is text. */
const mostFormats = 4
/** So many pairs of a year and the next are no months of years. */
const fewestPairs = 3
const pairName = /season|saison|fiscal|financial|year|jahr|ann[ée]e|exerci|temporada|stagione|^fy$|_fy|fy_|年度/iu
/** A name under which a letter and a digit are no period. */
const codeName = /(?:^|[^a-z])(?:code|part|model|sku|item|product|version|room|seat)(?:$|[^a-z])/iu
const believable = [Date.UTC(1800, 0), Date.UTC(2200, 0)] as const

/** The formats that together read `share` of the values; null where there are none. */
export function decidePeriod(entries: Entries, total: number, name: string, share: number): string[] | null {
  const [first] = entries
  if (first === undefined || periodCandidates(first[0]).length === 0) {
    // One odd value may stand first.
    const second = entries[1]?.[0]
    if (second === undefined || periodCandidates(second).length === 0) return null
  }
  if (codeName.test(name)) return null
  const chosen: string[] = []
  let open = entries
  while (chosen.length < mostFormats && open.length > 0) {
    const best = bestOf(open, entries, name)
    if (best === null) break
    chosen.push(best)
    open = open.filter(([text]) => !fits(text, best))
  }
  return chosen.length > 0 && weigh(open) <= (1 - share) * total ? chosen : null
}

function bestOf(open: Entries, all: Entries, name: string): string | null {
  const candidates = new Set(open.slice(0, 4).flatMap(([text]) => periodCandidates(text)))
  let best: string | null = null
  let most = 0
  for (const format of candidates) {
    if (!allowed(format, all, name)) continue
    const weight = weigh(open.filter(([text]) => fits(text, format)))
    if (weight > most) [best, most] = [format, weight]
  }
  return best
}

/** `2005-06` is a month unless each value names the year after; `05/06` is a pair of years by the column's name only. */
function allowed(format: string, entries: Entries, name: string): boolean {
  if (shortPairFormats.includes(format)) return pairName.test(name) && entries.every(([text]) => fits(text, format))
  if (format === '%Y/%m') return !arePairs('%Y/%i', entries, name)
  if (pairFormats.includes(format) && /^%Y[-/–]%i$/u.test(format)) return arePairs(format, entries, name)
  return true
}

function arePairs(format: string, entries: Entries, name: string): boolean {
  const least = pairName.test(name) ? 1 : fewestPairs
  return entries.length >= least && entries.every(([text]) => fits(text, format))
}

function fits(text: string, format: string): boolean {
  const time = parseTime(text, format)
  return time !== null && time >= believable[0] && time < believable[1]
}

function weigh(entries: Entries): number {
  return entries.reduce((sum, [, weight]) => sum + weight, 0)
}

/** Whether a format tells of periods longer than a day. */
export function isPeriodFormat(format: string): boolean {
  return !directivesOf(format).some(({ letter }) => 'douH'.includes(letter))
}
