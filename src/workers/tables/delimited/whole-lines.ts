/** Texts in which a line is one value, although the value holds what separates cells elsewhere: `12,50`, `1,140,000`. */
import { looksMeasured } from './cell-type.ts'

const mostLines = 200
/** Of the name above a column. */
const longestName = 40
const groupedWithComma = /^[-+−]?\d{1,3}(?:[.'’ ]\d{3})+,\d+$/u
/** A point with other than three digits behind it groups no thousands: `3.6,79` is two numbers. */
const decimalPoint = /^[-+−]?\d+\.(?:\d{1,2}|\d{4,}),/u

/** Two commas that group no thousands, or one behind a fraction: several numbers, whatever each comma could mean. */
const severalNumbers =
  /^[-+−]?\d+(?:\.\d+)?,(?!\d{3}(?:,|\.|$))[-+−]?\d+(?:\.\d+)?,|^[-+−]?\d+\.(?:\d{1,2}|\d{4,}),[-+−]?\d/u

/** Delimiters that stand inside values here, and separate none. */
export function delimitersInsideValues(sample: string): ReadonlySet<string> {
  const lines = sample
    .split(/\r\n|\n|\r/u, mostLines)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const [first = '', ...rest] = lines
  const values = looksMeasured(first) ? lines : rest
  if (values.length < 2) return new Set()
  if (values.filter(looksMeasured).length < 0.9 * values.length) return marksOfProse(first, rest)
  const found = new Set<string>()
  const isSeveral = values.some((line) => severalNumbers.test(line))
  if (values !== lines) for (const mark of [',', ':', ' ']) if (!first.includes(mark)) found.add(mark)
  if (isSeveral) found.delete(',')
  // Without a name above, `3,4` may as well be two numbers; `1.250,50` is one.
  const twoNames = values !== lines && first.includes(',')
  const grouped = values.filter((line) => groupedWithComma.test(line)).length
  if (!twoNames && grouped >= 0.5 * values.length && !values.some((line) => decimalPoint.test(line))) found.add(',')
  return found
}

/**
 * Commas and semicolons of names and sentences below a name without any: a blank follows each of them, no figure stands
 * beside one, and the lines have different numbers of them or one at most (`Ott, Ann`). Else they separate cells below a title.
 */
function marksOfProse(first: string, lines: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const mark of [',', ';']) {
    const marked = lines.filter((line) => line.includes(mark))
    if (first.includes(mark) || marked.length === 0 || first.length > longestName) continue
    const parts = marked.map((line) => line.split(mark))
    const isSpaced = parts.every((cells) =>
      cells.slice(1).every((cell) => cell.startsWith(' ') && /^ \p{L}/u.test(cell)),
    )
    const hasFigures = parts.some((cells) => cells.some((cell) => looksMeasured(cell.trim())))
    const counts = new Set(lines.map((line) => line.split(mark).length))
    if (isSpaced && !hasFigures && (counts.size > 1 || Math.max(...counts) === 2)) found.add(mark)
  }
  return found
}
