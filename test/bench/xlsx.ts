/**
 * The workbook reader beside its references, in one run: a seeded workbook of 100,000 rows and 20 columns, each reader in a
 * process of its own that loads what it needs, and the corpus score.
 * Run: `node scripts/node24.cjs test/bench/xlsx.ts [rows]`.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import yauzl from 'yauzl'
import type { CellSink } from '../../src/workers/formats/workbook/cell-sink.ts'
import { detachedContext } from '../../src/workers/runtime/context.ts'
import { uniform } from '../support/data.ts'
import { workbookParts, writeZip } from '../support/workbook.ts'

const thisFile = fileURLToPath(import.meta.url)
const readers = ['floor', 'values', 'parquet', 'exceljs'] as const
type Reader = (typeof readers)[number]
interface Measurement {
  readonly reader: Reader
  readonly seconds: number
  readonly peakMb: number
  readonly cells: number
}

export interface XlsxBench {
  readonly measurements: readonly Measurement[]
  /** Time of ours, values and with Parquet written, over that of the reference in the same run. */
  readonly ratios: {
    readonly valuesToExceljs: number
    readonly parquetToExceljs: number
    readonly valuesToFloor: number
    readonly parquetToFloor: number
  }
}

/** Eight fractions, four whole numbers, two dates, a boolean, four categories and one text of its own in each row. */
export async function writeBenchWorkbook(file: string, rows: number): Promise<void> {
  const random = uniform(20_26)
  const categories = [
    'North',
    'South',
    'East',
    'West',
    'tea',
    'coffee',
    'cake',
    'open',
    'closed',
    'returned & refunded',
  ]
  const names = Array.from({ length: 20 }, (_, column) => `column ${column + 1}`)
  const strings = [
    ...names,
    ...categories,
    ...Array.from({ length: rows }, (_, row) => `order ${row} of customer ${(row * 7919) % rows}`),
  ]
  function* part(): Generator<string> {
    yield '<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    const letters = 'ABCDEFGHIJKLMNOPQRST'
    yield `<row r="1">${names.map((_, column) => `<c r="${letters[column]}1" t="s"><v>${column}</v></c>`).join('')}</row>`
    for (let row = 2; row <= rows + 1; row++) {
      let line = `<row r="${row}" spans="1:20" x14ac:dyDescent="0.25">`
      for (let column = 0; column < 20; column++) {
        const reference = `${letters[column]}${row}`
        if (column < 8)
          line += `<c r="${reference}"><v>${column % 2 ? (random() * 1000).toFixed(2) : random() * 1000}</v></c>`
        else if (column < 12) line += `<c r="${reference}"><v>${Math.floor(random() * 10_000)}</v></c>`
        else if (column < 14) line += `<c r="${reference}" s="1"><v>${40_000 + Math.floor(random() * 5000)}</v></c>`
        else if (column < 15) line += `<c r="${reference}" t="b"><v>${random() < 0.5 ? 0 : 1}</v></c>`
        else if (column < 19) line += `<c r="${reference}" t="s"><v>${20 + Math.floor(random() * 10)}</v></c>`
        else line += `<c r="${reference}" t="s"><v>${30 + row - 2}</v></c>`
      }
      yield `${line}</row>`
    }
    yield '</sheetData></worksheet>'
  }
  await writeZip(file, workbookParts({ sheets: [{ name: 'Data', part: part() }], strings, formats: [14] }))
}

/** Runs every reader once, in processes of their own, on the same file. */
export async function benchXlsx(rows = 100_000): Promise<XlsxBench & { readonly bytes: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'storyglass-bench-'))
  try {
    const file = path.join(folder, 'bench.xlsx')
    await writeBenchWorkbook(file, rows)
    const measurements = readers.map((reader) => measure(reader, file))
    const seconds = (reader: Reader): number => measurements.find((one) => one.reader === reader)?.seconds ?? Number.NaN
    return {
      bytes: statSync(file).size,
      measurements,
      ratios: {
        valuesToExceljs: seconds('values') / seconds('exceljs'),
        parquetToExceljs: seconds('parquet') / seconds('exceljs'),
        valuesToFloor: seconds('values') / seconds('floor'),
        parquetToFloor: seconds('parquet') / seconds('floor'),
      },
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function measure(reader: Reader, file: string): Measurement {
  const child = spawnSync(process.execPath, [thisFile, '--reader', reader, file], { encoding: 'utf8' })
  if (child.status !== 0) throw new Error(`${reader} failed: ${child.stderr}`)
  return JSON.parse(child.stdout) as Measurement
}

async function runReader(reader: Reader, file: string): Promise<void> {
  const run = { floor, values, parquet, exceljs: withExceljs }[reader]
  const started = performance.now()
  const cells = await run(file)
  const seconds = (performance.now() - started) / 1000
  const peakMb = process.resourceUsage().maxRSS / 1024
  process.stdout.write(JSON.stringify({ reader, seconds, peakMb, cells } satisfies Measurement))
}

/** Unpack the sheet and look at every byte: what no reader of this format can be faster than by much. */
async function floor(file: string): Promise<number> {
  const zip = await yauzl.openPromise(file, { lazyEntries: true, autoClose: false })
  let tags = 0
  for await (const entry of zip.eachEntry()) {
    if (!/worksheets\/|sharedStrings/.test(entry.fileName)) continue
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      for (let index = 0; index < chunk.length; index++) if (chunk[index] === 0x3e) tags++
    }
  }
  zip.close()
  return tags
}

async function values(file: string): Promise<number> {
  const { withWorkbook } = await import('../../src/workers/formats/xlsx/workbook.ts')
  let cells = 0
  let sum = 0
  await withWorkbook({ path: file, scratchDir: path.dirname(file) }, detachedContext(), async (workbook) => {
    const count = (): void => {
      cells++
    }
    const sink: CellSink = {
      number: (_row, _column, value) => {
        cells++
        sum += value
      },
      shared: (_row, _column, index) => {
        cells++
        sum += workbook.strings[index]?.length ?? 0
      },
      text: count,
      boolean: count,
      isoDate: count,
      error: count,
    }
    for (const sheet of workbook.sheets) await workbook.scan(sheet, sink)
  })
  if (!Number.isFinite(sum)) throw new Error('a value was not read')
  return cells
}

async function parquet(file: string): Promise<number> {
  const { xlsxReader } = await import('../../src/workers/formats/xlsx/reader.ts')
  const outputDir = mkdtempSync(path.join(tmpdir(), 'storyglass-bench-'))
  try {
    const source = { path: file, name: 'bench.xlsx', bytes: statSync(file).size }
    const tables = await xlsxReader.convert({ source, kind: 'xlsx', sheet: null, outputDir }, detachedContext())
    return tables.reduce((sum, table) => sum + table.rows * table.columns.length, 0)
  } finally {
    rmSync(outputDir, { recursive: true, force: true })
  }
}

async function withExceljs(file: string): Promise<number> {
  const exceljs = createRequire(import.meta.url)('exceljs') as typeof import('exceljs')
  const reader = new exceljs.stream.xlsx.WorkbookReader(file, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'emit',
  })
  let cells = 0
  for await (const sheet of reader) for await (const row of sheet) row.eachCell(() => cells++)
  return cells
}

async function main(): Promise<void> {
  const print = (line: string): boolean => process.stdout.write(`${line}\n`)
  const rows = Number(process.argv[2] ?? 100_000)
  const { bytes, measurements, ratios } = await benchXlsx(rows)
  print(`${rows} rows × 20 columns, ${(bytes / 1e6).toFixed(1)} MB`)
  for (const { reader, seconds, peakMb, cells } of measurements) {
    print(
      `${reader.padEnd(8)} ${seconds.toFixed(2).padStart(7)} s ${peakMb.toFixed(0).padStart(6)} MB ${cells} ${reader === 'floor' ? 'tags' : 'cells'}`,
    )
  }
  for (const [name, ratio] of Object.entries(ratios)) print(`${name.padEnd(17)} ${ratio.toFixed(2)}`)
  const { bestCorpusOf } = await import('../support/corpora.ts')
  const { scoreCorpus } = await import('../support/xlsx-corpus.ts')
  const corpus = bestCorpusOf('xlsx')
  const score = await scoreCorpus(corpus.folder)
  print(
    `workbooks of ${corpus.where}: ${score.opened} of ${score.benign} benign files opened, ${score.right} of ${score.agreed} agreed cells right (${(score.right / score.agreed).toFixed(5)})`,
  )
  for (const failure of score.failures) print(`  ${failure}`)
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === thisFile) {
  if (process.argv[2] === '--reader') await runReader(process.argv[3] as Reader, process.argv[4] ?? '')
  else await main()
}
