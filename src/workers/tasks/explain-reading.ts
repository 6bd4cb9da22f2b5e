/** How the tables of a source were read, written for a person or for a program. */
import { namedIn } from '../../shared/format/words.ts'
import type { TableReading } from '../../shared/story/reading.ts'
import type { ConvertedTable } from '../../shared/story/table.ts'
import type { Texts } from '../../shared/texts/texts.ts'

type Explained = Pick<ConvertedTable, 'name' | 'sheet' | 'rows' | 'droppedRows' | 'notes'> & {
  /** Null for tables of formats that leave nothing to decide. */
  readonly reading: TableReading | null
}

export function explainedTables(tables: readonly ConvertedTable[]): Explained[] {
  return tables.map(({ name, sheet, rows, droppedRows, notes, reading = null }) => ({
    ...{ name, sheet, rows, droppedRows, notes, reading },
  }))
}

/** Lines: each decision with its reason and what else came into question, what was set aside, each column. */
export function explanationText(tables: readonly ConvertedTable[], { explanation }: Texts): string {
  return `${explainedTables(tables)
    .map((table) => tableText(table, explanation))
    .join('\n\n')}\n`
}

type Words = Texts['explanation']

function tableText({ name, rows, droppedRows, notes, reading }: Explained, words: Words): string {
  const head = words.head({ name, rows, leftOut: droppedRows })
  const choices = (reading?.choices ?? []).map(({ what, chosen, why, runnerUp }) =>
    choiceText(words, {
      what: words.decisions[what],
      chosen: shown(chosen, words),
      why,
      other: runnerUp === null ? null : shown(runnerUp, words),
    }),
  )
  const columns = (reading?.columns ?? []).map(({ name: column, type, order, unit, why, runnerUp }) =>
    choiceText(words, {
      what: column,
      chosen: [type, order, unit]
        .filter((part) => part !== null)
        .map((part) => namedIn(words.types, part))
        .join(', '),
      why,
      other: runnerUp === null ? null : namedIn(words.types, runnerUp),
    }),
  )
  const asides = (reading?.setAside ?? []).map(({ kind, row, text }) => {
    const given = { kind: namedIn(words.kinds, kind), text }
    return row === null ? words.aside(given) : words.asideInRow({ row: String(row), ...given })
  })
  const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`)
  return [
    head,
    ...indented(choices),
    ...(columns.length === 0 ? [] : [` ${words.columns}`, ...indented(columns)]),
    ...(asides.length === 0 ? [] : [` ${words.setAside}`, ...indented(asides)]),
    ...(notes.length === 0 ? [] : [` ${words.notes}`, ...indented(notes)]),
  ].join('\n')
}

interface ChoiceInWords {
  readonly what: string
  readonly chosen: string
  readonly why: string
  readonly other: string | null
}

function choiceText(words: Words, { other, ...given }: ChoiceInWords): string {
  return other === null ? words.choice(given) : words.choiceOrElse({ ...given, other })
}

function shown(text: string, { values }: Words): string {
  return text.trim() === '' ? JSON.stringify(text) : namedIn(values, text)
}
