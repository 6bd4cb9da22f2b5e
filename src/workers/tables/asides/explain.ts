/** Says in sentences which rows were set aside, and why. */
import type { Aside, AsideKind } from './find-asides.ts'
import { namesMean, namesSum } from './words.ts'

/** One sentence a kind, in the order of the kinds below. */
export function explainAsides(asides: readonly Aside[]): string[] {
  return kinds.flatMap((kind) => {
    const rows = asides.filter((aside) => aside.kind === kind)
    return rows.length === 0 ? [] : [sentence(kind, rows.length, quoted(rows))]
  })
}

const kinds = [
  ...(['header again', 'sum', 'mean', 'statistic', 'balance', 'remark', 'line', 'blank'] as const),
] satisfies readonly AsideKind[]

function sentence(kind: AsideKind, count: number, text: string): string {
  const one = count === 1
  switch (kind) {
    case 'header again':
      return one ? 'One row repeats the header and is set aside.' : `${count} rows repeat the header and are set aside.`
    case 'sum':
      return one
        ? `One row of totals, ${text}, is set aside: it is the sum of other rows, so that the file's own total agrees.`
        : `${count} rows of totals are set aside, the first of them ${text}: each is the sum of other rows, so that the file's own totals agree.`
    case 'mean':
      return one
        ? `One row of averages, ${text}, is set aside: it is the mean of the rows above it.`
        : `${count} rows of averages are set aside, the first of them ${text}: each is the mean of rows above it.`
    case 'statistic':
      return one
        ? `One row of statistics, ${text}, is set aside: it follows from the rows above it.`
        : `${count} rows of statistics are set aside, the first of them ${text}: each follows from the rows above it.`
    case 'balance':
      return one
        ? `One row is set aside because it gives a balance: ${text}.`
        : `${count} rows are set aside because they give a balance, the first of them ${text}.`
    case 'line':
      return one ? 'One row that only draws a line is left out.' : `${count} rows that only draw a line are left out.`
    case 'remark':
      return one
        ? `One line below the table is not part of it: ${text}.`
        : `${count} lines below the table are not part of it, beginning with ${text}.`
    case 'blank':
      return one ? 'One empty row below the table is left out.' : `${count} empty rows below the table are left out.`
  }
}

/** A total at the end that arithmetic does not prove may be a record of that name; it is kept, and pointed at. */
export function unprovedTotal(last: readonly string[] | undefined): string | null {
  if (last === undefined || last.length < 2 || !last.some((cell) => namesSum(cell) || namesMean(cell))) return null
  const text = last.filter((cell) => cell.trim() !== '').join(', ')
  return `The last row ("${text.slice(0, 80)}") looks like a total of the rows above it, which add up to something else. It is kept as a row.`
}

function quoted([first]: readonly Aside[]): string {
  const text = first?.text ?? ''
  return `"${text.length > 80 ? `${text.slice(0, 79)}…` : text}"`
}
