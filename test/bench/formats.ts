/**
 * JSON and JSON Lines to Parquet beside DuckDB's own reader, and old and open workbooks of 100,000 rows by themselves, each
 * in a process of its own: seconds, seconds of CPU (which a busy machine disturbs less) and peak memory.
 * `node test/bench/formats.ts [rows]`.
 */
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import type { TableFormatId } from '../../src/shared/file-formats/registry.ts'
import { detachedContext } from '../../src/workers/runtime/context.ts'
import { convert } from '../../src/workers/stages/convert.ts'
import { compoundFile, numberCell, workbookStream } from '../support/old-workbook.ts'
import { contentXml, float, row, sheet, words, writeSpreadsheet } from '../support/open-document.ts'

const thisFile = fileURLToPath(import.meta.url)

interface Run {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly peakMb: number
}

const rowsOfBook = 100_000
const columnsOfBook = 10
/** A sheet of Excel 97 has no more. */
const rowsOfOldSheet = 65_000
/** As many as fit the seven megabytes of a compound file without a second table of its sectors. */
const columnsOfOldSheet = 3

export async function benchFormats(rows: number): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'storyglass-formats-'))
  try {
    const lines: string[] = []
    for (const form of ['ndjson', 'json'] as const) {
      const file = path.join(folder, `rows.${form}`)
      await writeJson(file, rows, form === 'json')
      const duckdb = inChild('duckdb', file)
      const ours = inChild('json', file)
      lines.push(`${form}, ${rows} rows of 12`, line('DuckDB', duckdb), line('Storyglass', ours, duckdb))
    }
    const ods = path.join(folder, 'book.ods')
    await writeOpenBook(ods)
    lines.push(`ods, ${rowsOfBook} rows of ${columnsOfBook}`, line('Storyglass', inChild('ods', ods)))
    const xls = path.join(folder, 'book.xls')
    await writeFile(xls, oldBook())
    lines.push(`xls, ${rowsOfBook} rows of ${columnsOfOldSheet} in two sheets`, line('Storyglass', inChild('xls', xls)))
    return lines.join('\n')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function line(name: string, { seconds, cpuSeconds, peakMb }: Run, beside?: Run): string {
  const ratio = beside === undefined ? '' : `  x${(cpuSeconds / beside.cpuSeconds).toFixed(2)} of its CPU`
  return `  ${name.padEnd(12)} ${seconds.toFixed(2)} s  ${cpuSeconds.toFixed(2)} s of CPU  ${Math.round(peakMb)} MB${ratio}`
}

function inChild(reader: TableFormatId | 'duckdb', file: string): Run {
  const child = spawnSync(process.execPath, [thisFile, '--run', reader, file], { encoding: 'utf8' })
  if (child.status !== 0) throw new Error(`${reader} failed: ${child.stderr}`)
  return JSON.parse(child.stdout) as Run
}

async function run(reader: TableFormatId | 'duckdb', file: string): Promise<void> {
  const outputDir = await mkdtemp(`${file}-out-`)
  const [started, cpu] = [performance.now(), process.cpuUsage()]
  if (reader === 'duckdb') {
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    const target = path.join(outputDir, 'table.parquet')
    await connection.run(
      `COPY (SELECT * FROM read_json('${file}')) TO '${target}' (FORMAT parquet, COMPRESSION snappy)`,
    )
  } else {
    const source = { path: file, name: path.basename(file), bytes: (await stat(file)).size }
    await convert({ source, kind: reader, sheet: null, outputDir }, detachedContext())
  }
  const { user, system } = process.cpuUsage(cpu)
  const seconds = (performance.now() - started) / 1000
  const peakMb = process.resourceUsage().maxRSS / 1024
  process.stdout.write(JSON.stringify({ seconds, cpuSeconds: (user + system) / 1e6, peakMb } satisfies Run))
}

/** Records as of a shop's orders; `isArray`: in one list. */
async function writeJson(file: string, rows: number, isArray: boolean): Promise<void> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const columns = [
    'i AS order_id',
    "DATE '2020-01-01' + (i % 1500)::INTEGER AS ordered_on",
    "TIMESTAMP '2020-01-01 00:00:00' + INTERVAL (i) MINUTE AS shipped_at",
    "['North', 'South', 'East', 'West'][1 + i % 4] AS region",
    "'customer ' || (i * 7919 % 50000) AS customer",
    'i % 17 AS quantity',
    'round(random() * 500, 2) AS price',
    'random() AS score',
    'i % 10 = 0 AS returned',
    "CASE WHEN i % 5 = 0 THEN NULL ELSE 'as ordered' END AS remark",
    'round(47 + random() * 8, 5) AS latitude',
    'round(6 + random() * 9, 5) AS longitude',
  ]
  await connection.run('SELECT setseed(0.5)')
  await connection.run(
    `COPY (SELECT ${columns.join(', ')} FROM range(${rows}) AS t(i)) TO '${file}' (FORMAT json, ARRAY ${isArray})`,
  )
  connection.closeSync()
}

async function writeOpenBook(file: string): Promise<void> {
  const head = row(Array.from({ length: columnsOfBook }, (_, column) => words(`column ${column + 1}`)).join(''))
  const rows = Array.from({ length: rowsOfBook }, (_, at) =>
    row(Array.from({ length: columnsOfBook }, (_, column) => float(at * 1.5 + column)).join('')),
  )
  await writeSpreadsheet(file, contentXml(sheet('Data', head + rows.join(''))))
}

function oldBook(): Buffer {
  const sheetOf = (rows: number): Buffer =>
    Buffer.concat(
      Array.from({ length: rows * columnsOfOldSheet }, (_, index) => {
        const [at, column] = [Math.floor(index / columnsOfOldSheet), index % columnsOfOldSheet]
        return numberCell(at, column, at * 1.5 + column)
      }),
    )
  const first = sheetOf(rowsOfOldSheet)
  const second = sheetOf(rowsOfBook - rowsOfOldSheet)
  return compoundFile(
    workbookStream(
      [],
      [
        ['First', first],
        ['Second', second],
      ],
    ),
  )
}

if (process.argv[1] === thisFile) {
  const [mode = '300000', reader, file] = process.argv.slice(2)
  if (mode === '--run' && reader !== undefined && file !== undefined) {
    await run(reader as TableFormatId | 'duckdb', file)
  } else process.stdout.write(`${await benchFormats(Number(mode))}\n`)
}
