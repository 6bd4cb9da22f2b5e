/**
 * Tables of very many columns. DuckDB plans an expression a column in more than linear time (2,000 columns of them took
 * a minute, 8,000 crash it), so here the values are read in JavaScript, by the same parsers, and DuckDB only gets
 * text it can take as it is.
 */

import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { note } from '../../../shared/story/note.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { type Database, quoteText } from '../../runtime/duckdb/database.ts'
import { withCsvWriter } from '../delimited/csv-writer.ts'
import { lineSizeSetting } from '../delimited/direct.ts'
import { parseCompound } from './compounds.ts'
import { type ColumnSample, decideColumn, textReading } from './decide.ts'
import { decideColumns, SharedHints } from './decide-columns.ts'
import type { Decision } from './decision.ts'
import { withAsciiDigits } from './digits.ts'
import { parseLength } from './durations.ts'
import { withMisfits } from './misfits.ts'
import { isMissingAmongFigures, isMissingInText, trimmed } from './missing.ts'
import { isLimit } from './number-shape.ts'
import { parseNumber } from './numbers.ts'
import { neededWeight } from './readable.ts'
import { type ColumnReading, storageOf } from './reading.ts'
import { parseTime } from './times.ts'
import {
  copyToParquet,
  describeColumns,
  notesOf,
  rowsIn,
  type TypedTable,
  type TypedTableTarget,
} from './write-table.ts'

/** From here on; below it the expressions are faster. */
export const wideColumns = 300
const maxMisfits = 200
const maxRounds = 3

/** Walks over all rows in file order, as often as asked. */
export type RowWalk = (onRow: (cells: readonly string[]) => void, flush: () => Promise<void>) => Promise<void>

interface Tally {
  present: number
  unreadable: number
  padded: number
  limits: number
  readonly misfits: string[]
}

/** The value as text DuckDB casts without loss, null when missing, undefined when it cannot be read. */
export function canonicalText(text: string, reading: ColumnReading): string | null | undefined {
  if (reading.kind === 'text') return text === '' || isMissingInText(text, reading.keepsNa) ? null : text
  if (isMissingAmongFigures(text)) return null
  switch (reading.kind) {
    case 'number': {
      const value = parseNumber(text, reading)
      return value === null ? undefined : String(value)
    }
    case 'boolean': {
      const word = trimmed(withAsciiDigits(text, reading.digits ?? '')).toLowerCase()
      return word === reading.yes ? 'true' : word === reading.no ? 'false' : undefined
    }
    case 'length': {
      const seconds = parseLength(withAsciiDigits(text, reading.digits ?? ''), reading.form)
      return seconds === null ? undefined : String(seconds)
    }
    case 'compound': {
      const amount = parseCompound(withAsciiDigits(text, reading.digits ?? ''), reading.form)
      return amount === null ? undefined : String(amount)
    }
    case 'time': {
      for (const format of reading.formats) {
        const time = parseTime(withAsciiDigits(text, reading.digits ?? ''), format)
        if (time === null) continue
        const iso = new Date(time).toISOString()
        return reading.storage === 'DATE' ? iso.slice(0, 10) : iso.replace('Z', '')
      }
      return undefined
    }
  }
}

export async function writeWideTable(
  database: Database,
  context: WorkContext,
  names: readonly string[],
  samples: readonly ColumnSample[],
  walk: RowWalk,
  target: TypedTableTarget & { readonly scratchFile: string; readonly unreadableScratch: string },
): Promise<TypedTable> {
  await mkdir(target.outputDir, { recursive: true })
  const { decisions, tallies } = await confirm(samples, walk, context)
  const relation = { from: '', columns: names.map((name, index) => ({ source: `c${index}`, name })) }
  const unreadable = tallies.map(({ unreadable: count }) => ({
    count,
    examples: [] as { row: number; text: string }[],
  }))
  let row = 0
  let longestRowBytes = 0
  await withCsvWriter(target.unreadableScratch, async (bad) => {
    await withCsvWriter(target.scratchFile, async (writer) => {
      const onRow = (cells: readonly string[]): void => {
        row += 1
        const values = names.map((_, index) => {
          const text = cells[index] ?? ''
          const value = canonicalText(text, decisions[index]?.reading ?? textReading)
          if (value !== undefined) return value ?? ''
          const examples = unreadable[index]?.examples
          if (examples !== undefined && examples.length < 5) examples.push({ row, text })
          bad.row([target.table, names[index] ?? '', String(row), text])
          return ''
        })
        writer.row(values)
      }
      await walk(onRow, async () => {
        await writer.flush()
        await bad.flush()
      })
      longestRowBytes = Math.max(writer.longestRowBytes, bad.longestRowBytes)
    })
  })
  target.onWriting?.()
  const file = path.join(target.outputDir, target.file)
  const types = names.map((name, index) => {
    const storage = storageOf(decisions[index]?.reading ?? textReading)
    return `${quoteText(name)}: '${storage}'`
  })
  await copyToParquet(database, `SELECT * FROM ${plainCsv(target.scratchFile, types, longestRowBytes)}`, file)
  let unreadableFile: string | null = null
  if (unreadable.some(({ count }) => count > 0)) {
    unreadableFile = target.file.replace(/\.parquet$/u, '.unreadable.parquet')
    const kinds = [`'table': 'VARCHAR'`, `'column': 'VARCHAR'`, `'row': 'BIGINT'`, `'text': 'VARCHAR'`]
    const side = path.join(target.outputDir, unreadableFile)
    await copyToParquet(database, `SELECT * FROM ${plainCsv(target.unreadableScratch, kinds, longestRowBytes)}`, side)
  }
  const padded = tallies.flatMap((tally, index) =>
    tally.padded > 0 && decisions[index]?.reading.kind === 'number'
      ? [note('columns.padded', { name: names[index] ?? '', count: tally.padded })]
      : [],
  )
  return {
    rows: await rowsIn(database, file),
    columns: describeColumns(relation, decisions, unreadable),
    notes: [...notesOf(relation, decisions), ...padded],
    unreadableFile,
  }
}

function plainCsv(file: string, columns: readonly string[], longestRowBytes: number): string {
  const settings = [
    `auto_detect=false, header=false, delim=',', quote='"', escape='"', new_line='\\n'`,
    ...lineSizeSetting(longestRowBytes),
    `columns={${columns.join(', ')}}`,
  ]
  return `read_csv(${quoteText(file)}, ${settings.join(', ')})`
}

/** As `confirmDecisions`, in JavaScript. */
async function confirm(
  samples: readonly ColumnSample[],
  walk: RowWalk,
  context: WorkContext,
): Promise<{ readonly decisions: Decision[]; readonly tallies: Tally[] }> {
  const decisions = decideColumns(samples)
  const first = [...decisions]
  const hints = new SharedHints(first)
  const fresh = (): Tally => ({ present: 0, unreadable: 0, padded: 0, limits: 0, misfits: [] })
  const tallies = samples.map(fresh)
  let open = decisions.map((_, index) => index)
  for (let round = 0; round <= maxRounds && open.length > 0; round += 1) {
    for (const index of open) tallies[index] = fresh()
    await walk(
      (cells) => {
        for (const index of open) tally(cells[index] ?? '', decisions[index]?.reading ?? textReading, tallies[index])
      },
      () => context.yieldToEventLoop(),
    )
    const changed: number[] = []
    for (const index of open) {
      const [count, sample, decision] = [tallies[index], samples[index], decisions[index]]
      if (count === undefined || sample === undefined || decision === undefined) continue
      if (count.unreadable + count.padded === 0) continue
      const again = decideColumn(
        withMisfits(sample, count.misfits, { present: count.present, misfits: count.unreadable + count.padded }),
        hints.without(first[index] ?? decision),
      )
      if (JSON.stringify(again.reading) !== JSON.stringify(decision.reading)) {
        const next = round === maxRounds ? asText : again
        decisions[index] = next
        changed.push(index)
      } else if (count.present - count.unreadable < neededWeight(count.present - count.limits, [])) {
        decisions[index] = asText
        changed.push(index)
      }
    }
    open = changed
  }
  for (const index of open) tallies[index] = fresh()
  return { decisions, tallies }
}

const asText: Decision = { reading: textReading, notes: [], evidence: {}, ambiguous: null }

function tally(text: string, reading: ColumnReading, count: Tally | undefined): void {
  if (count === undefined || reading.kind === 'text') return
  const value = canonicalText(text, reading)
  if (value === null) return
  count.present += 1
  const padded = reading.kind === 'number' && reading.storage === 'BIGINT' && /^\s*[-+]?0[0-9]+\s*$/u.test(text)
  if (value === undefined) {
    count.unreadable += 1
    if (isLimit(trimmed(text))) count.limits += 1
  } else if (padded) count.padded += 1
  else return
  if (count.misfits.length < maxMisfits) count.misfits.push(text)
}
