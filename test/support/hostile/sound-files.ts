/** A small sound file of every kind that is read, and of every container, to be damaged. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { Int32, RecordBatchFileWriter, Table, Utf8, vectorFromArray } from 'apache-arrow'
import BetterSqlite from 'better-sqlite3'
import { tarOf } from '../archives.ts'
import { salesCsv } from '../data.ts'
import { dice, writeReport } from '../faults/small-files.ts'
import { contentXml, float, row, sheet, words, writeSpreadsheet } from '../open-document.ts'
import { heading, paragraph, writeWordDocument } from '../word-document.ts'
import { rowsOf, writeWorkbook, writeZip } from '../workbook.ts'

export interface SoundFile {
  readonly name: string
  /** Absolute. */
  readonly file: string
  /** A zip archive whose parts can be damaged each for itself. */
  readonly isPackage: boolean
}

const fixtures = path.resolve(import.meta.dirname, '../../fixtures')
const shops = ['Oslo', 'Rome', 'Bern']
const rows = Array.from({ length: 60 }, (_, index) => [shops[index % 3] ?? '', index, index * 1.5] as const)
const csv = `shop,count,amount\n${rows.map((cells) => `${cells.join(',')}\n`).join('')}`
const records = rows.map(([shop, count, amount]) => ({ shop, count, amount, place: { x: count, tags: [shop] } }))
const htmlTable = `<table><tr><th>shop<th>count<th>amount${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}`).join('')}`).join('\n')}</table>`
const prose = `# Shops\n\n${rows.map(([shop, count]) => `The shop in **${shop}** sold ${count} lamps in 2024.`).join('\n\n')}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n`
const dif = `TABLE\n0,1\n""\nVECTORS\n0,3\n""\nTUPLES\n0,${rows.length}\n""\nDATA\n0,0\n""\n${rows
  .map(([shop, count, amount]) => `-1,0\nBOT\n1,0\n"${shop}"\n0,${count}\nV\n0,${amount}\nV\n`)
  .join('')}-1,0\nEOD\n`
const sylk = `ID;PWXL;N;E\n${rows.map(([shop, count], index) => `C;Y${index + 1};X1;K"${shop}"\nC;X2;K${count}\n`).join('')}E\n`
const fixedWidth = `${'shop'.padEnd(10)}${'count'.padStart(8)}${'amount'.padStart(10)}\n${rows
  .map(([shop, count, amount]) => `${shop.padEnd(10)}${String(count).padStart(8)}${amount.toFixed(2).padStart(10)}\n`)
  .join('')}`
const feature = ({ shop, count }: (typeof records)[number]): object => ({
  type: 'Feature',
  properties: { shop, count },
  geometry: { type: 'Point', coordinates: [count, 10] },
})

const texts: Readonly<Record<string, string | Buffer>> = {
  'sales.csv': salesCsv({ rows: 80, seed: 3 }),
  'shops.tsv': csv.replaceAll(',', '\t'),
  'wide.csv': Buffer.from(`\ufeff${csv}`, 'utf16le'),
  'shops.json': JSON.stringify(records, null, 1),
  'shops.ndjson': records.map((record) => `${JSON.stringify(record)}\n`).join(''),
  'places.geojson': JSON.stringify({ type: 'FeatureCollection', features: records.map(feature) }),
  'shops.dif': dif,
  'shops.slk': sylk,
  'shops.prn': fixedWidth,
  'table.html': htmlTable,
  'page.html': `<!doctype html><title>Shops</title><h1>Shops</h1><p>Lamps &amp; chairs.</p><ul><li>a<li>b</ul>${htmlTable}`,
  'shops.md': prose,
  'shops.txt': prose.replaceAll(/[#*|]/gu, ''),
  'shops.csv.gz': gzipSync(csv),
  'shops.csv.zst': zstdCompressSync(csv),
  'shops.tar': tarOf([
    { name: 'a.csv', content: csv },
    { name: 'b.csv', content: 'x,y\n1,2\n' },
  ]),
}

/** Written by other programs, by the place where they are kept. */
const copies: Readonly<Record<string, string>> = {
  'excel-97.xls': 'workbooks/excel-97.xls',
  'excel-binary.xlsb': 'workbooks/excel-binary.xlsb',
  'survey.sav': 'spss/bytecode.sav',
  'survey.zsav': 'spss/packed.zsav',
  'cars.dta': 'stata/118-little.dta',
  'old-cars.dta': 'stata/114-little.dta',
}

async function writeDatabases(at: (name: string) => string): Promise<void> {
  const sqlite = new BetterSqlite(at('shops.sqlite'))
  sqlite.exec('CREATE TABLE shops (shop TEXT, count INTEGER, amount REAL)')
  const insert = sqlite.prepare('INSERT INTO shops VALUES (?, ?, ?)')
  for (const cells of rows) insert.run(...cells)
  sqlite.close()
  const instance = await DuckDBInstance.create(at('shops.duckdb'))
  const connection = await instance.connect()
  await connection.run(
    `CREATE TABLE shops AS SELECT 'shop ' || i % 3 AS shop, i AS count, i * 1.5 AS amount, DATE '2024-01-01' + i::INTEGER AS day FROM range(300) r(i)`,
  )
  await connection.run(`COPY shops TO '${at('shops.parquet')}' (FORMAT parquet)`)
  await connection.run('CHECKPOINT')
  connection.closeSync()
  instance.closeSync()
  const arrow = new Table({
    shop: vectorFromArray(
      rows.map(([shop]) => shop),
      new Utf8(),
    ),
    count: vectorFromArray(
      rows.map(([, count]) => count),
      new Int32(),
    ),
  })
  writeFileSync(at('shops.arrow'), RecordBatchFileWriter.writeAll(arrow).toUint8Array(true))
}

/** Writes them into `folder`, which is made; in the same order each time. */
export async function writeSoundFiles(folder: string): Promise<SoundFile[]> {
  mkdirSync(folder)
  const at = (name: string): string => path.join(folder, name)
  for (const [name, content] of Object.entries(texts)) writeFileSync(at(name), content)
  for (const [name, kept] of Object.entries(copies)) copyFileSync(path.join(fixtures, kept), at(name))
  await writeDatabases(at)
  await writeWorkbook(at('shops.xlsx'), {
    sheets: [
      {
        name: 'Shops',
        data: rowsOf([['shop', 'count', 'amount'], ...rows]),
        after: '<mergeCells><mergeCell ref="E1:F1"/></mergeCells>',
      },
    ],
    formats: ['0.00', 14],
  })
  const cells = rows.map(([shop, count]) => row(words(shop) + float(count))).join('')
  await writeSpreadsheet(at('shops.ods'), contentXml(sheet('Shops', row(words('shop') + words('count')) + cells)))
  await writeWordDocument(
    folder,
    `${heading(1, 'Shops')}${paragraph('Lamps &amp; chairs.').repeat(20)}<w:tbl><w:tr><w:tc>${paragraph('a')}</w:tc></w:tr></w:tbl>`,
    { name: 'shops.docx' },
  )
  await writeZip(at('shops.zip'), { 'a.csv': csv, 'b/c.csv': 'x,y\n1,2\n' })
  writeReport(folder, 'report.pdf', dice(7))
  const names = [
    ...Object.keys(texts),
    ...Object.keys(copies),
    ...['shops.sqlite', 'shops.duckdb', 'shops.parquet', 'shops.arrow'],
    ...['shops.xlsx', 'shops.ods', 'shops.docx', 'shops.zip', 'report.pdf'],
  ]
  return names.map((name) => ({ name, file: at(name), isPackage: /\.(?:xlsx|xlsb|ods|docx|zip)$/u.test(name) }))
}
