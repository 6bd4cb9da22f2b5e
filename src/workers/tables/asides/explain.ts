/** Says in sentences which rows were set aside, and why. */
import type { Aside, AsideKind } from './find-asides.ts'

/** One sentence a kind, in the order of the kinds below. */
export function explainAsides(asides: readonly Aside[]): string[] {
  return kinds.flatMap((kind) => {
    const rows = asides.filter((aside) => aside.kind === kind)
    return rows.length === 0 ? [] : [sentence(kind, rows.length, quoted(rows))]
  })
}

const kinds = ['header again', 'sum', 'mean', 'remark', 'blank'] as const satisfies readonly AsideKind[]

function sentence(kind: AsideKind, count: number, text: string): string {
  const one = count === 1
  switch (kind) {
    case 'header again':
      return one ? 'One row repeats the header and is set aside.' : `${count} rows repeat the header and are set aside.`
    case 'sum':
      return one
        ? `One row of totals, ${text}, is set aside: it is the sum of the rows above it.`
        : `${count} rows of totals are set aside, the first of them ${text}: each is the sum of rows above it.`
    case 'mean':
      return one
        ? `One row of averages, ${text}, is set aside: it is the mean of the rows above it.`
        : `${count} rows of averages are set aside, the first of them ${text}: each is the mean of rows above it.`
    case 'remark':
      return one
        ? `One line below the table is not part of it: ${text}.`
        : `${count} lines below the table are not part of it, beginning with ${text}.`
    case 'blank':
      return one ? 'One empty row below the table is left out.' : `${count} empty rows below the table are left out.`
  }
}

function quoted([first]: readonly Aside[]): string {
  const text = first?.text ?? ''
  return `"${text.length > 80 ? `${text.slice(0, 79)}…` : text}"`
}
