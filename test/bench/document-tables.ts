/**
 * `npm run bench:tables`: tables found in PDFs, on a set of our own making with known cells, printed through Chromium: F1
 * of neighbouring cells by kind, tables found, missed and false, and what is found on pages without any. With
 * `STORYGLASS_TABULA_JAR` naming a tabula-java program, that one reads the same files for reference.
 *
 * `STORYGLASS_TABLE_SET=1` (or any number) makes the set anew with other words and numbers: one it was not made with.
 * `-- NAME` takes only the documents whose name holds it and shows each one's figures.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { joinOverPages } from '../../src/workers/pages/tables/join-tables.ts'
import { added, f1, noScore, precision, recall, type Score, scoreCells } from './tables/adjacency.ts'
import type { KnownCell, KnownTable } from './tables/known.ts'
import { pagesWithoutTables } from './tables/pages-without.ts'
import { printDocuments } from './tables/print.ts'
import { readTables } from './tables/read.ts'
import { tableSet } from './tables/table-set.ts'
import { tabulaTables } from './tables/tabula.ts'

const print = (line: string): boolean => process.stdout.write(`${line}\n`)
const aim = 0.9
/** A found table with less in common with a known one is another. */
const leastShared = 0.1

interface Tally {
  score: Score
  tables: number
  found: number
  whole: number
  headers: number
}

interface Result {
  readonly kinds: Map<string, Tally>
  falseTables: number
  readonly remarks: string[]
}

type Tables = readonly { readonly cells: readonly KnownCell[]; readonly headerRows: number | null }[]

function judge(result: Result, name: string, known: readonly KnownTable[], found: Tables): void {
  const left = new Set(found)
  for (const table of known) {
    const tally = result.kinds.get(table.kind) ?? { score: noScore, tables: 0, found: 0, whole: 0, headers: 0 }
    result.kinds.set(table.kind, tally)
    let best: { readonly one: Tables[number]; readonly score: Score } | null = null
    for (const one of left) {
      const score = scoreCells(table.cells, one.cells)
      if (score.matched > (best?.score.matched ?? 0)) best = { one, score }
    }
    tally.tables += 1
    const isFound = best !== null && recall(best.score) >= leastShared
    const score = best !== null && isFound ? best.score : scoreCells(table.cells, [])
    if (best !== null && isFound) {
      left.delete(best.one)
      tally.found += 1
      if (best.one.headerRows === table.headerRows) tally.headers += 1
    }
    if (f1(score) === 1) tally.whole += 1
    tally.score = added(tally.score, score)
    if (f1(score) < 0.98) {
      result.remarks.push(
        `${name}: ${isFound ? `precision ${precision(score).toFixed(3)}, recall ${recall(score).toFixed(3)}` : 'not found'}`,
      )
    } else if (best !== null && best.one.headerRows !== null && best.one.headerRows !== table.headerRows) {
      result.remarks.push(`${name}: ${best.one.headerRows} rows of header, not ${table.headerRows}`)
    }
  }
  for (const one of left) {
    result.falseTables += 1
    result.remarks.push(
      `${name}: found what is no table, ${JSON.stringify(one.cells.map((cell) => cell.text)).slice(0, 160)}`,
    )
  }
}

function report(title: string, { kinds, falseTables, remarks }: Result, withHeaders: boolean): number {
  print(`\n${title}`)
  print(`  ${'kind'.padEnd(28)} tables  found  whole${withHeaders ? '  header' : ''}  precision  recall     F1`)
  const total: Tally = { score: noScore, tables: 0, found: 0, whole: 0, headers: 0 }
  const line = (kind: string, one: Tally): void => {
    const counts = [one.tables, one.found, one.whole].map((count) => String(count).padStart(5)).join('  ')
    const header = withHeaders ? `  ${String(one.headers).padStart(6)}` : ''
    const shares = [precision(one.score), recall(one.score), f1(one.score)].map((share) => share.toFixed(3))
    print(`  ${kind.padEnd(28)} ${counts}${header}      ${shares.join('   ')}`)
  }
  for (const [kind, one] of kinds) {
    line(kind, one)
    total.score = added(total.score, one.score)
    for (const name of ['tables', 'found', 'whole', 'headers'] as const) total[name] += one[name]
  }
  line('all', total)
  print(`  missed ${total.tables - total.found}, false ${falseTables}`)
  for (const remark of remarks) print(`    ${remark}`)
  return f1(total.score)
}

async function main(): Promise<void> {
  const filter = process.argv[2] ?? ''
  const variant = Number(process.env.STORYGLASS_TABLE_SET ?? 0)
  const wanted = [...tableSet(variant), ...pagesWithoutTables()].filter((one) => one.name.includes(filter))
  const jar = process.env.STORYGLASS_TABULA_JAR ?? ''
  const folder = process.env.STORYGLASS_BENCH_FOLDER ?? (await mkdtemp(path.join(tmpdir(), 'storyglass-tables-')))
  try {
    const printed = await printDocuments(wanted, folder)
    const own: Result = { kinds: new Map(), falseTables: 0, remarks: [] }
    const reference: Result = { kinds: new Map(), falseTables: 0, remarks: [] }
    let [pages, findingMs] = [0, 0]
    for (const one of printed) {
      const read = await readTables(one.file)
      pages += read.pages
      findingMs += read.findingMs
      judge(own, one.name, one.tables, joinOverPages(read.found))
      if (jar !== '') judge(reference, one.name, one.tables, tabulaTables(jar, one.file))
    }
    const without = printed.filter((one) => one.tables.length === 0).length
    print(`${printed.length} documents, ${pages} pages, ${without} of the documents without a table`)
    print(`${(findingMs / pages).toFixed(2)} ms a page for lines and tables, one thread`)
    const score = report(`Storyglass (aim: F1 ${aim}, no false table)`, own, true)
    if (jar !== '') {
      const { remarks: _, ...counts } = reference
      report('tabula-java, its own choice of page areas and method', { ...counts, remarks: [] }, false)
    }
    if (filter === '' && score < aim) process.exitCode = 1
  } finally {
    if (process.env.STORYGLASS_BENCH_FOLDER === undefined) await rm(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) await main()
