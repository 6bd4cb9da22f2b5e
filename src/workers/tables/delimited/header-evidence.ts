/** Whether a row names columns: what speaks for it in the row itself and in what stands below it. */
import { looksMeasured } from './cell-type.ts'
import type { CsvRecord } from './tokenizer.ts'

/** Every cell with something in it is a name over figures: a header with blanks over labels and currency signs. */
export function namesFigures(cells: readonly string[], rows: readonly CsvRecord[]): boolean {
  return cells.every((cell, index) => {
    const name = cell.trim()
    if (name === '') return true
    const below = rows.map(({ cells: row }) => (row[index] ?? '').trim()).filter(Boolean)
    const figures = below.filter(looksMeasured).length
    return below.length > 0 && figures >= 0.5 * below.length && (!looksMeasured(name) || namesPeriod(name, below))
  })
}

const longestAddress = 400

const wordAndYear = /^[A-Za-z]{3,9}[-. ](?:19|20)?\d{2}$/u

/** How periods are written that stand over columns: a year, a month, a quarter, a day. */
const periodForms: readonly RegExp[] = [
  /^(?:19|20)\d{2}$/u,
  /^(?:19|20)\d{2}[-/.](?:0?[1-9]|1[0-2])(?:[-/.](?:0?[1-9]|[12]\d|3[01]))?(?:[T ]00:00(?::00)?)?$/u,
  /^(?:\d{1,2}[-/.]){1,2}(?:19|20)\d{2}$/u,
  wordAndYear,
  /^\d{1,2}[-. ]{1,2}[A-Za-z]{3,9}\.?[-. ](?:19|20)\d{2}$/u,
]

/** A period names its column, unless most of what stands below has the same form: then it is the first of a list. */
function namesPeriod(name: string, below: readonly string[]): boolean {
  const form = periodForms.find((pattern) => pattern.test(name))
  return (
    form !== undefined && (below.length === 0 || below.filter((cell) => form.test(cell)).length < 0.5 * below.length)
  )
}

/** Names differ from what they name: in kind, in length, in not being repeated below. */
export function looksLikeHeader(cells: readonly string[], below: readonly CsvRecord[]): boolean {
  // The header itself once more among the rows speaks for it, not against.
  const own = cells.join('\u0000')
  const isAgain = (record: CsvRecord): boolean => cells.length > 1 && record.cells.join('\u0000') === own
  const rows = below.some((record) => isAgain(record)) ? below.filter((record) => !isAgain(record)) : below
  const names = cells.map((cell) => cell.trim())
  const named = names.filter((name) => name !== '')
  if (named.length === 0) return false
  const columns = names.map((_, index) => rows.map(({ cells: row }) => (row[index] ?? '').trim()).filter(Boolean))
  const measured = named.filter(looksMeasured)
  const periods = names.filter(
    (name, index) =>
      looksMeasured(name) &&
      ((isYear(name) && isSequence(names.filter(isYear))) || namesPeriod(name, columns[index] ?? [])),
  )
  if (rows.length === 0) return measured.every((name) => isYear(name) || wordAndYear.test(name))
  // A measured cell in the first record: a header only if its columns hold something else altogether.
  if (measured.length > periods.length) return false
  if (periods.length === named.length && !nameTheirColumns(names, columns)) return false
  let evidence = 0
  for (const [index, name] of names.entries()) {
    const below = columns[index] ?? []
    if (below.length === 0 || name === '') continue
    if (isAddress(name)) evidence -= below.filter(isAddress).length / below.length
    const measuredBelow = below.filter(looksMeasured).length / below.length
    if (measuredBelow >= 0.5) evidence += measuredBelow
    else if (below.includes(name)) evidence -= 1
    else evidence += lengthEvidence(name, below) + caseEvidence(name, below)
  }
  if (new Set(named).size < named.length) evidence -= 0.5
  if (named.length < names.length - 1 && named.length < 0.7 * names.length) evidence -= 1
  if (/^(?:id|name|date|year|type|country|city|code|key|value)$/iu.test(names[0] ?? '')) evidence += 1
  return evidence >= 0
}

/** Of mail or of a page: nobody names a column so, and all below it. */
function isAddress(text: string): boolean {
  return text.length <= longestAddress && /^(?:https?:\/\/|[^\s@]{1,64}@[^\s@]{1,255}$)/iu.test(text)
}

export function isYear(name: string): boolean {
  return /^(?:19|20)\d{2}$/u.test(name)
}

/** Nothing but periods may be a record of figures: not beside a blank over labels, nor as years one after another. */
function nameTheirColumns(names: readonly string[], columns: readonly (readonly string[])[]): boolean {
  const labels = names.some((name, index) => {
    const below = columns[index] ?? []
    return name === '' && below.length > 0 && below.filter(looksMeasured).length < 0.5 * below.length
  })
  if (labels) return true
  const years = names.filter((name) => name !== '')
  return (
    years.every(isYear) && isSequence(years) && columns.every((column) => column.filter(isYear).length < column.length)
  )
}

/** At least three years, one after another or backwards: no record of figures looks so by chance. */
function isSequence(years: readonly string[]): boolean {
  const steps = new Set(years.slice(1).map((year, index) => Number(year) - Number(years[index])))
  return years.length > 2 && steps.size === 1 && (steps.has(1) || steps.has(-1))
}

/** A small letter over values that begin with a capital, or the other way round: `city` over Graz, Wien, Linz. */
function caseEvidence(name: string, below: readonly string[]): number {
  const begins = (cell: string): 'small' | 'large' | 'other' =>
    /^\p{Ll}/u.test(cell) ? 'small' : /^\p{Lu}/u.test(cell) ? 'large' : 'other'
  const own = begins(name)
  if (own === 'other' || below.length < 3) return 0
  const opposite = below.filter((cell) => begins(cell) === (own === 'small' ? 'large' : 'small')).length
  return opposite >= 0.9 * below.length ? 0.4 : 0
}

/** Values of one length under a name of another are evidence; most columns of words say nothing. */
function lengthEvidence(name: string, below: readonly string[]): number {
  const lengths = new Set(below.map((cell) => cell.length))
  if (lengths.size === 1 && below.length > 2) return lengths.has(name.length) ? -0.2 : 0.5
  const distinct = new Set(below).size
  return distinct < 0.5 * below.length ? 0.3 : 0.05
}

/** Names, each once, over most of the columns that hold anything, of which none comes again below. */
export function namesMost(cells: readonly string[], body: readonly CsvRecord[]): boolean {
  const names = cells.map((cell) => cell.trim())
  const named = names.filter((name) => name !== '')
  if (named.some(looksMeasured) || new Set(named).size < named.length) return false
  const columns = names.map((_, index) => body.map(({ cells: row }) => (row[index] ?? '').trim()).filter(Boolean))
  const used = columns.filter((column, index) => column.length > 0 || names[index] !== '').length
  if (named.length < 0.6 * used) return false
  if (names.some((name, index) => name !== '' && columns[index]?.includes(name))) return false
  // Of two columns either could be a title with something beside it: figures must tell.
  return (
    used > 2 || columns.some((column) => column.length > 1 && column.filter(looksMeasured).length > 0.5 * column.length)
  )
}
