/** How a text was read, in decisions a person could give back as options. */

import { type Note, note as noted } from '../../../shared/story/note.ts'
import { explainColumns } from '../../tables/columns/explain-column.ts'
import type { TypedTable } from '../../tables/columns/write-table.ts'
import type { Dialect } from '../../tables/delimited/dialect.ts'
import type { NotedChoice, NotedReading } from '../../tables/read-table.ts'
import { delimiterNames } from './asked.ts'
import type { TextSource } from './source.ts'

const mostSetAside = 100

export function explainReading(source: TextSource, names: readonly string[], written: TypedTable): NotedReading {
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

function encodingChoice({ encoding }: TextSource, asked: boolean): NotedChoice {
  const { label, markBytes, note } = encoding
  const why =
    markBytes > 0
      ? noted('reading.byteOrderMark')
      : label.startsWith('utf-16')
        ? noted('reading.zeroBytes')
        : label === 'utf-8' && note === null
          ? noted('reading.validUtf8')
          : (note ?? noted('reading.byCharacters'))
  const runnerUp = markBytes > 0 ? null : label === 'windows-1252' ? 'iso-8859-15' : 'windows-1252'
  return choice('encoding', label, why, runnerUp, asked)
}

function delimiterChoice({ dialect, runnerUp, layout }: TextSource, asked: boolean): NotedChoice {
  const why =
    dialect.delimiter === '' ? noted('reading.nothingSeparates') : noted('reading.separates', { cells: layout.width })
  return choice('delimiter', named(dialect), why, runnerUp === null ? null : named(runnerUp), asked)
}

function named({ delimiter, collapse }: Dialect): string {
  return collapse ? 'runs of blanks' : (delimiterNames[delimiter] ?? delimiter)
}

function quoteChoice({ dialect }: TextSource, asked: boolean): NotedChoice {
  const { quote, wrapsRows } = dialect
  const why = wrapsRows
    ? noted('reading.quotedRows')
    : quote === ''
      ? noted('reading.noQuotes')
      : dialect.escape === 'backslash'
        ? noted('reading.backslash')
        : noted('reading.doubled')
  return choice('quote', quote === '' ? 'none' : quote, why, quote === '' ? '"' : 'none', asked)
}

function skipChoice({ layout }: TextSource, asked: boolean): NotedChoice {
  const { preamble } = layout
  const why = noted(preamble === 0 ? 'reading.beginsAtOnce' : 'reading.narrower')
  return choice('skip', `${preamble}`, why, preamble === 0 ? null : '0', asked)
}

function headerChoice({ layout }: TextSource, asked: boolean): NotedChoice {
  const { headerRows } = layout
  const why = noted(
    headerRows === 0 ? 'reading.noHeader' : headerRows === 1 ? 'reading.oneHeader' : 'reading.severalHeaders',
  )
  return choice('header-rows', `${headerRows}`, why, headerRows === 1 ? '0' : '1', asked)
}

function commentChoice({ layout: { comment } }: TextSource): NotedChoice[] {
  if (comment === null) return []
  return [choice('comments', comment, noted('reading.commentLines'), 'none', false)]
}

function labelChoice({ fillDown }: TextSource, names: readonly string[]): NotedChoice[] {
  if (fillDown.length === 0) return []
  const filled = fillDown.map((column) => names[column] ?? '').join(', ')
  return [choice('labels', filled, noted('reading.labels'), 'left blank', false)]
}

function choice(
  what: NotedChoice['what'],
  chosen: string,
  why: Note,
  runnerUp: string | null,
  asked: boolean,
): NotedChoice {
  return { what, chosen, why: asked ? noted('reading.asTold') : why, runnerUp, told: asked }
}
