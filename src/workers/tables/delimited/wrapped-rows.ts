/** Rows quoted as a whole, quotes inside them doubled: `"1,""Smith"",2"`. Some programs do so to every row, some to those that held quotes. */
import { looksMeasured } from './cell-type.ts'
import type { Dialect } from './dialect.ts'
import { tokenize } from './tokenizer.ts'

const wrappedLine = /^"(?:[^"]|"")*"$/u
const mostLines = 250
/** Of the rows, those of the table's width once they are unwrapped. */
const fittingShare = 0.95

/**
 * The sample with every wrapped row unwrapped, or null where no row is wrapped, or each is one value as it stands: rows
 * without their quotes must have as many cells as the first, and quoted numbers or `Portland, OR` are no rows.
 */
export function unwrapped(
  sample: string,
  detect: (text: string) => Dialect,
): { text: string; dialect: Dialect } | null {
  const lines = sample.split(/\r\n|\n|\r/u, mostLines).filter((line) => line.trim() !== '')
  const wrapped = lines.filter((line) => wrappedLine.test(line.trim()))
  if (wrapped.length < 2 || lines.length < 2) return null
  const insides = wrapped.map(inside)
  if (insides.filter(looksMeasured).length > 0.5 * insides.length) return null
  // Quotes inside, or the header wrapped like its rows: otherwise the quotes are there for the sake of the commas.
  if (!wrapped.some((line) => line.trim().slice(1, -1).includes('""')) && wrapped.length < lines.length) return null
  const text = lines.map((line) => (wrappedLine.test(line.trim()) ? inside(line) : line)).join('\n')
  const dialect = detect(text)
  if (dialect.delimiter === '' || dialect.delimiter === ' ' || dialect.skipsSpace) return null
  const widths = tokenize(text, dialect).map(({ cells }) => cells.length)
  const [width = 1] = widths
  const fitting = widths.filter((one) => one === width).length
  return width > 1 && fitting >= fittingShare * widths.length ? { text, dialect } : null
}

function inside(line: string): string {
  return line.trim().slice(1, -1).replaceAll('""', '"')
}
