/**
 * Messy CSV files of known truth, read with nothing told: ours beside DuckDB's and PapaParse's own detection. Scored as
 * in Vitagliano, Hameed, Jiang, Reisener, Wu, Naumann, "Pollock: A Data Loading Benchmark" (PVLDB 16/8, 2023): a file
 * gives success and, for header, records and cells, precision, recall and F1; ten measures in all, 0 to 10.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import Papa from 'papaparse'
import { detachedContext } from '../../src/workers/runtime/context.ts'
import { plainComma } from '../../src/workers/tables/delimited/dialect.ts'
import { tokenize } from '../../src/workers/tables/delimited/tokenizer.ts'
import { readTable } from '../../src/workers/tasks/read.ts'
import { type PollutedFile, pollutedFiles } from './polluted-files.ts'

export interface PollutionResult {
  readonly file: string
  /** 0 to 10 by reader. */
  readonly scores: Readonly<Record<Reader, number>>
}
export const readers = ['storyglass', 'duckdb', 'papaparse'] as const
export type Reader = (typeof readers)[number]
export type Table = readonly (readonly string[])[]

export async function benchPollution(): Promise<PollutionResult[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'storyglass-pollution-'))
  try {
    const results: PollutionResult[] = []
    for (const file of pollutedFiles()) {
      const target = path.join(folder, `${file.name}.csv`)
      await writeFile(target, file.bytes)
      const scores = { storyglass: 0, duckdb: 0, papaparse: 0 }
      for (const reader of readers) scores[reader] = await scoreReader(reader, target, folder, file)
      results.push({ file: file.name, scores })
    }
    return results
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function scoreReader(reader: Reader, target: string, folder: string, file: PollutedFile): Promise<number> {
  try {
    return score(await read[reader](target, folder), file.truth)
  } catch {
    // A reader that gives up scores nothing: that is the measure.
    return 0
  }
}

export const read: Record<Reader, (target: string, folder: string) => Promise<Table>> = {
  storyglass: readOurs,
  duckdb: async (target) => {
    const instance = await DuckDBInstance.create(':memory:')
    const connection = await instance.connect()
    try {
      const reader = await connection.runAndReadAll(`SELECT * FROM read_csv('${target}', all_varchar=true)`)
      const rows = reader.getRowsJS().map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
      return [reader.columnNames(), ...rows]
    } finally {
      connection.closeSync()
      instance.closeSync()
    }
  },
  papaparse: async (target) => {
    const text = await readFile(target, 'utf8')
    return Papa.parse<string[]>(text.replace(/^\ufeff/u, ''), { skipEmptyLines: true }).data
  },
}

export async function readOurs(target: string, folder: string): Promise<Table> {
  const outputPath = path.join(folder, 'ours.csv')
  const context = detachedContext()
  const source = { path: target, name: path.basename(target), bytes: (await readFile(target)).length }
  await readTable({ source, table: null, format: 'csv', typed: false, outputPath }, context)
  return tokenize(await readFile(outputPath, 'utf8'), plainComma).map(({ cells }) => cells)
}

/** Ten measures of one, summed. */
export function score(found: Table, truth: Table): number {
  const [foundHeader = [], ...foundRows] = found
  const [trueHeader = [], ...trueRows] = truth
  const joined = (rows: Table): string[] => rows.map((row) => row.join('\u0000'))
  return (
    1 +
    (trueHeader.length === 0 ? inventedHeader(foundHeader, trueRows) : agreement(foundHeader, trueHeader)) +
    agreement(joined(foundRows), joined(trueRows)) +
    agreement(foundRows.flat(), trueRows.flat())
  )
}

/** Where a file has no header, any made-up names are right, and a row taken for one is wrong. */
function inventedHeader(found: readonly string[], rows: Table): number {
  const cells = new Set(rows.flat())
  return found.some((name) => name !== '' && cells.has(name)) ? 0 : 3
}

/** Precision, recall and F1 of two bags of texts, summed. */
function agreement(found: readonly string[], truth: readonly string[]): number {
  if (found.length === 0 && truth.length === 0) return 3
  const counts = new Map<string, number>()
  for (const text of truth) counts.set(text, (counts.get(text) ?? 0) + 1)
  let common = 0
  for (const text of found) {
    const left = counts.get(text) ?? 0
    if (left === 0) continue
    counts.set(text, left - 1)
    common += 1
  }
  const precision = found.length === 0 ? 0 : common / found.length
  const recall = truth.length === 0 ? 0 : common / truth.length
  return precision + recall + (common === 0 ? 0 : (2 * precision * recall) / (precision + recall))
}

export function formatPollution(results: readonly PollutionResult[]): string {
  const mean = (reader: Reader): number =>
    results.reduce((sum, result) => sum + result.scores[reader], 0) / results.length
  const line = (name: string, values: readonly number[]): string =>
    `${name.padEnd(34)} ${values.map((value) => value.toFixed(2).padStart(10)).join(' ')}`
  return [
    `${'file'.padEnd(34)} ${readers.map((reader) => reader.padStart(10)).join(' ')}`,
    ...results.map(({ file, scores }) =>
      line(
        file,
        readers.map((reader) => scores[reader]),
      ),
    ),
    line(`mean of ${results.length}`, readers.map(mean)),
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${formatPollution(await benchPollution())}\n`)
}
