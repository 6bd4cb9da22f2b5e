/** Where the columns of a text lie whose lines are cut at the same places, from the blanks that run through all of them. */
import { looksMeasured } from '../../tables/delimited/cell-type.ts'

export interface Field {
  /** Characters of the line; `to` is behind the last, or null for the rest of the line. */
  readonly from: number
  readonly to: number | null
}

export interface FixedWidth {
  readonly fields: readonly Field[]
  /** Index of the line of dashes that marks the columns below their names; null where there is none. */
  readonly rule: number | null
  /** Lines of the table by their index, the last one not included; titles stand before them and remarks behind. */
  readonly lines: readonly [from: number, to: number]
}

const leastLines = 4
/** Lines a cell may be missing in. */
const leastFilled = 0.5
const mostTitleLines = 8
const maxLineLength = 20_000
/** Of a name, or of a place. */
const maxWords = 4
/** Marks that separate cells by themselves, where they stand in nearly all lines. */
const separators = /[,;\t|]/u

/**
 * Null where the text is no such table, or where splitting it at its blanks gives the same. Where not all of it is one,
 * the longest part between blank lines may be. Blank lines are not counted.
 */
export function fixedWidthOf(text: string): FixedWidth | null {
  const all = text.split(/\r?\n/u)
  const lines = all.filter((line) => line.trim() !== '')
  const found = tableOf(lines)
  if (found !== null) return found
  const [from, to] = longestPart(all)
  if (to - from === lines.length || from > mostTitleLines) return null
  const part = tableOf(lines.slice(from, to))
  return part === null ? null : { ...part, rule: part.rule === null ? null : part.rule + from, lines: [from, to] }
}

/** Among the lines that are not blank. */
function longestPart(all: readonly string[]): readonly [from: number, to: number] {
  let longest: readonly [number, number] = [0, 0]
  let [from, to] = [0, 0]
  for (const line of all) {
    if (line.trim() === '') from = to
    else to += 1
    if (to - from > longest[1] - longest[0]) longest = [from, to]
  }
  return longest
}

function tableOf(lines: readonly string[]): FixedWidth | null {
  if (lines.length < leastLines || lines.some((line) => line.length > maxLineLength)) return null
  if (lines.some((line) => line.includes('\t'))) return null
  const ruled = ruleOf(lines)
  if (ruled !== null) return ruled
  if (lines.filter((line) => separators.test(line.replaceAll(/\d,(?=\d)/gu, ''))).length > 0.5 * lines.length)
    return null
  const fields = fieldsBetweenGutters(lines)
  if (fields === null || !looksLikeTable(lines, fields)) return null
  return splitsAlike(lines, fields.length) ? null : { fields, rule: null, lines: [0, lines.length] }
}

/** `----  -------- ---` below the names, as databases print it. */
function ruleOf(lines: readonly string[]): FixedWidth | null {
  const rule = lines.slice(0, 3).findIndex((line) => /^\s*(?:-{2,}|={2,})(?:\s+(?:-+|=+))+\s*$/u.test(line))
  const drawn = lines[rule]
  if (rule < 1 || drawn === undefined) return null
  const runs = [...drawn.matchAll(/[-=]+/gu)]
  const starts = runs.map(({ index }) => index)
  const fields = starts.map((from, index) => ({ from: index === 0 ? 0 : from, to: starts[index + 1] ?? null }))
  return fits(
    lines.filter((_, index) => index !== rule),
    fields,
  )
    ? { fields, rule, lines: [0, lines.length] }
    : null
}

/** No word is cut in two. */
function fits(lines: readonly string[], fields: readonly Field[]): boolean {
  const cut = (line: string): boolean =>
    fields.some(({ from }) => from > 0 && line[from - 1] !== ' ' && (line[from] ?? ' ') !== ' ')
  return lines.filter((line) => !cut(line)).length >= 0.95 * lines.length
}

function fieldsBetweenGutters(lines: readonly string[]): Field[] | null {
  const width = lines.reduce((widest, line) => Math.max(widest, line.length), 0)
  const filled = new Uint32Array(width)
  for (const line of lines)
    for (let at = 0; at < line.length; at += 1) if (line[at] !== ' ') filled[at] = (filled[at] ?? 0) + 1
  const fields: { from: number; to: number }[] = []
  for (let at = 0; at < width; at += 1) {
    if (filled[at] === 0) continue
    const last = fields.at(-1)
    if (last !== undefined && last.to === at) last.to = at + 1
    else fields.push({ from: at, to: at + 1 })
  }
  if (fields.length < 2 || (fields[0]?.from ?? 0) > 0) return null
  const isFilled = ({ from, to }: Field): boolean =>
    lines.filter((line) => line.slice(from, to ?? undefined).trim() !== '').length >= leastFilled * lines.length
  if (!fields.every(isFilled)) return null
  // Blanks that run through a column of texts have no name of their own above what is behind them.
  const named = fields.filter(({ from, to }, index) => index === 0 || lines[0]?.slice(from, to).trim() !== '')
  if (named.length < 2) return null
  return named.map(({ from }, index) => ({ from, to: named[index + 1]?.from ?? null }))
}

/** Names above values of which some are measured, and no cell a sentence: logs and listings are cut by blanks, too. */
function looksLikeTable([header = '', ...rows]: readonly string[], fields: readonly Field[]): boolean {
  if (cellsOf(header, fields).some(looksMeasured)) return false
  const looked = rows.slice(0, 2000).map((line) => cellsOf(line, fields))
  const shares = fields.map((_, index) => {
    const cells = looked.flatMap((row) => row[index] || [])
    const share = (holds: (cell: string) => boolean): number => cells.filter(holds).length / Math.max(1, cells.length)
    return { measured: share(looksMeasured), short: share((cell) => cell.split(/ +/u).length <= maxWords) }
  })
  return shares.every(({ short }) => short >= 0.8) && shares.some(({ measured }) => measured >= 0.8)
}

/** Each line, that of the names too, falls into the same number of words: as many as there are columns, or more. */
function splitsAlike(lines: readonly string[], columns: number): boolean {
  // A sign before the names is none of them.
  const words = (line: string): number =>
    line
      .replace(/^[#%] +/u, '')
      .trim()
      .split(/ +/u).length
  const first = words(lines[0] ?? '')
  return first >= columns && lines.filter((line) => words(line) === first).length >= 0.98 * lines.length
}

export function cellsOf(line: string, fields: readonly Field[]): string[] {
  return fields.map(({ from, to }) => line.slice(from, to ?? undefined).trim())
}
