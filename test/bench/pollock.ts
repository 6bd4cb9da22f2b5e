/**
 * The published Pollock files (Vitagliano et al., "Pollock: A Data Loading Benchmark", PVLDB 16/8, 2023) that lie in the
 * large collection: `polluted` is one table spoiled in one way a file, `survey` files of open data as published. Each is
 * read with nothing told, ours beside DuckDB's sniffer and PapaParse, and scored 0 to 10 as in `csv-pollution.ts`; blanks
 * at the ends of cells do not count. The paper weighs each pollution by how often the survey met it; those weights are
 * not published with the files, so that the survey itself is the weighted measure here.
 * `node test/bench/pollock.ts [survey|polluted] [--misses]`.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { plainComma } from '../../src/workers/tables/delimited/dialect.ts'
import { tokenize } from '../../src/workers/tables/delimited/tokenizer.ts'
import { largeCorpus } from '../support/corpora.ts'
import { type Reader, read, readers, score, type Table } from './csv-pollution.ts'

const parts = ['survey', 'polluted'] as const
type Part = (typeof parts)[number]

interface Tally {
  scores: number
  equal: number
}

export interface PollockResult {
  readonly part: Part
  readonly files: number
  readonly byReader: Readonly<Record<Reader, Tally>>
  /** Files of which ours is not cell for cell what it should be, with where it first differs. */
  readonly misses: readonly string[]
}

export async function benchPollock(part: Part): Promise<PollockResult | null> {
  const corpus = largeCorpus('pollock')
  if (corpus === null) return null
  const folder = await mkdtemp(path.join(tmpdir(), 'storyglass-pollock-'))
  const names = (await readdir(path.join(corpus, part, 'csv'))).sort()
  const byReader: Record<Reader, Tally> = {
    storyglass: { scores: 0, equal: 0 },
    duckdb: { scores: 0, equal: 0 },
    papaparse: { scores: 0, equal: 0 },
  }
  const misses: string[] = []
  try {
    for (const name of names) {
      const clean = await readFile(path.join(corpus, part, 'clean', name), 'utf8')
      const truth = trimmed(tokenize(clean, plainComma).map(({ cells }) => cells))
      for (const reader of readers) {
        const found = await readOrNull(reader, path.join(corpus, part, 'csv', name), folder)
        const fair = found === null ? null : withInventedNames(found, truth)
        const difference = fair === null ? 'not read' : firstDifference(fair, truth)
        byReader[reader].scores += fair === null ? 0 : score(fair, truth)
        if (difference === null) byReader[reader].equal += 1
        else if (reader === 'storyglass') misses.push(`${name}: ${difference}`)
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return { part, files: names.length, byReader, misses }
}

/** Null where the reader gives up, which scores nothing. */
async function readOrNull(reader: Reader, file: string, folder: string): Promise<Table | null> {
  try {
    return trimmed(await read[reader](file, folder))
  } catch {
    return null
  }
}

/** Cells without blanks at their ends, rows without empty cells at theirs. */
function trimmed(table: Table): Table {
  return table.map((row) => {
    const cells = row.map((cell) => cell.trim())
    while (cells.at(-1) === '') cells.pop()
    return cells
  })
}

/** Where a file has no header, its annotators called the columns `col_0`: a reader's own names are as good. */
function withInventedNames(found: Table, truth: Table): Table {
  const [names = [], ...rows] = found
  const [wanted = []] = truth
  const isInvented = (row: readonly string[], form: RegExp): boolean =>
    row.length > 0 && row.every((one) => form.test(one))
  if (!isInvented(wanted, /^col_\d+$/u)) return found
  if (isInvented(names, /^column_?\d+$/u)) return [wanted, ...rows]
  // PapaParse gives rows alone.
  return names.length === truth[1]?.length && found.length === truth.length - 1 ? [wanted, ...found] : found
}

function firstDifference(found: Table, truth: Table): string | null {
  for (let row = 0; row < Math.max(found.length, truth.length); row += 1) {
    const [ours, theirs] = [found[row], truth[row]]
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
      const shown = (cells: readonly string[] | undefined): string => JSON.stringify(cells)?.slice(0, 160) ?? 'no row'
      return `row ${row + 1} of ${truth.length} (${found.length} read): wanted ${shown(theirs)}, got ${shown(ours)}`
    }
  }
  return null
}

export function formatPollock({ part, files, byReader }: PollockResult): string {
  const lines = readers.map((reader) => {
    const { scores, equal } = byReader[reader]
    const mean = (scores / files).toFixed(2)
    return `  ${reader.padEnd(12)} ${mean.padStart(6)} of 10, ${equal} of ${files} equal cell for cell (${((100 * equal) / files).toFixed(0)} %)`
  })
  return [`${part}, ${files} files`, ...lines].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = parts.filter((part) => process.argv.includes(part))
  for (const part of wanted.length > 0 ? wanted : parts) {
    const result = await benchPollock(part)
    if (result === null) {
      process.stdout.write('The published files are not there: see test/support/corpora.ts.\n')
      break
    }
    process.stdout.write(`${formatPollock(result)}\n`)
    if (process.argv.includes('--misses')) process.stdout.write(result.misses.map((miss) => `    ${miss}\n`).join(''))
  }
}
