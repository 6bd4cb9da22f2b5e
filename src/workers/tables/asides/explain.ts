/** Notes which rows were set aside, and why. */
import { type Note, type NoteCode, note } from '../../../shared/story/note.ts'
import type { Aside, AsideKind } from './find-asides.ts'
import { namesMean, namesSum } from './words.ts'

/** One sentence a kind, in the order of the kinds below. */
export function explainAsides(asides: readonly Aside[]): Note[] {
  return kinds.flatMap((kind) => {
    const rows = asides.filter((aside) => aside.kind === kind)
    return rows.length === 0 ? [] : [sentence(kind, rows.length, quoted(rows))]
  })
}

const kinds = [
  ...(['header again', 'sum', 'mean', 'statistic', 'balance', 'remark', 'line', 'blank'] as const),
] satisfies readonly AsideKind[]

const codes = {
  'header again': 'asides.headerAgain',
  sum: 'asides.sum',
  mean: 'asides.mean',
  statistic: 'asides.statistic',
  balance: 'asides.balance',
  line: 'asides.line',
  remark: 'asides.remark',
  blank: 'asides.blank',
} as const satisfies Record<AsideKind, NoteCode>

function sentence(kind: AsideKind, count: number, text: string): Note {
  switch (kind) {
    case 'header again':
    case 'line':
    case 'blank':
      return note(codes[kind], { count })
    case 'sum':
    case 'mean':
    case 'statistic':
    case 'balance':
    case 'remark':
      return note(codes[kind], { count, text })
  }
}

/** A total at the end that arithmetic does not prove may be a record of that name; it is kept, and pointed at. */
export function unprovedTotal(last: readonly string[] | undefined): Note | null {
  if (last === undefined || last.length < 2 || !last.some((cell) => namesSum(cell) || namesMean(cell))) return null
  const text = last.filter((cell) => cell.trim() !== '').join(', ')
  return note('asides.unprovedTotal', { text: text.slice(0, 80) })
}

function quoted([first]: readonly Aside[]): string {
  const text = first?.text ?? ''
  return `"${text.length > 80 ? `${text.slice(0, 79)}…` : text}"`
}
