/** How a text was read, in decisions a person could give back as options. */
import type { ReadingChoice, TableReading } from '../../../shared/story/reading.ts'
import { explainColumns } from '../../tables/columns/explain-column.ts'
import type { TypedTable } from '../../tables/columns/write-table.ts'
import type { Dialect } from '../../tables/delimited/dialect.ts'
import { delimiterNames } from './asked.ts'
import type { TextSource } from './source.ts'

const mostSetAside = 100

export function explainReading(source: TextSource, names: readonly string[], written: TypedTable): TableReading {
  const { asked } = source
  const choices = [
    encodingChoice(source, asked.encoding !== undefined),
    delimiterChoice(source, asked.delimiter !== undefined),
    quoteChoice(source, asked.quote !== undefined),
    skipChoice(source, asked.skip !== undefined),
    headerChoice(source, asked.headerRows !== undefined),
    ...commentChoice(source),
    ...labelChoice(source, names),
  ]
  const setAside = [...source.asides.entries()]
    .sort(([a], [b]) => a - b)
    .slice(0, mostSetAside)
    .map(([index, { kind, text }]) => ({ kind, row: source.head[index]?.line ?? null, text: text.slice(0, 200) }))
  return { choices, setAside, columns: explainColumns(written.columns, written.rows) }
}

function encodingChoice({ encoding }: TextSource, asked: boolean): ReadingChoice {
  const { label, markBytes, note } = encoding
  const why =
    markBytes > 0
      ? 'a byte order mark says so'
      : label.startsWith('utf-16')
        ? 'every other byte is zero'
        : label === 'utf-8' && note === null
          ? 'all that was looked at is valid UTF-8'
          : (note ?? 'judged by its characters')
  const runnerUp = markBytes > 0 ? null : label === 'windows-1252' ? 'iso-8859-15' : 'windows-1252'
  return choice('encoding', label, why, runnerUp, asked)
}

function delimiterChoice({ dialect, runnerUp, layout }: TextSource, asked: boolean): ReadingChoice {
  const why =
    dialect.delimiter === ''
      ? 'nothing separates the lines into as many cells each'
      : `it makes rows of ${layout.width} ${layout.width === 1 ? 'cell' : 'cells'} that look like values`
  return choice('delimiter', named(dialect), why, runnerUp === null ? null : named(runnerUp), asked)
}

function named({ delimiter, collapse }: Dialect): string {
  return collapse ? 'runs of blanks' : (delimiterNames[delimiter] ?? delimiter)
}

function quoteChoice({ dialect }: TextSource, asked: boolean): ReadingChoice {
  const { quote, wrapsRows } = dialect
  const why = wrapsRows
    ? 'rows are quoted as a whole'
    : quote === ''
      ? 'quotes in it open and close no cells'
      : dialect.escape === 'backslash'
        ? 'quotes inside cells stand behind a backslash'
        : 'quotes inside cells are doubled'
  return choice('quote', quote === '' ? 'none' : quote, why, quote === '' ? '"' : 'none', asked)
}

function skipChoice({ layout }: TextSource, asked: boolean): ReadingChoice {
  const { preamble } = layout
  const why = preamble === 0 ? 'the table begins at once' : 'they are narrower than the rows of the table, or blank'
  return choice('skip', `${preamble}`, why, preamble === 0 ? null : '0', asked)
}

function headerChoice({ layout }: TextSource, asked: boolean): ReadingChoice {
  const { headerRows } = layout
  const why =
    headerRows === 0
      ? 'the first row looks like those below it'
      : headerRows === 1
        ? 'the first row names what stands below it'
        : 'the rows at the top together name what stands below them'
  return choice('header-rows', `${headerRows}`, why, headerRows === 1 ? '0' : '1', asked)
}

function commentChoice({ layout: { comment } }: TextSource): ReadingChoice[] {
  if (comment === null) return []
  return [choice('comments', comment, 'some lines begin with it, which are no rows', 'none', false)]
}

function labelChoice({ fillDown }: TextSource, names: readonly string[]): ReadingChoice[] {
  if (fillDown.length === 0) return []
  const filled = fillDown.map((column) => names[column] ?? '').join(', ')
  return [choice('labels', filled, 'each label stands once for the rows below it', 'left blank', false)]
}

function choice(
  what: ReadingChoice['what'],
  chosen: string,
  why: string,
  runnerUp: string | null,
  asked: boolean,
): ReadingChoice {
  return { what, chosen, why: asked ? 'as you told' : why, runnerUp, told: asked }
}
