/** How long answers take over a long table: every way of asking, from the typed question to its verified statement. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { understand } from '../../../src/shared/ask/understand.ts'
import type { ProfiledTable } from '../../../src/shared/story/table.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { withDatabase } from '../../../src/workers/runtime/duckdb/database.ts'
import { analyzeTimed } from '../../../src/workers/stages/analyze.ts'
import { ask, askVocabulary } from '../../../src/workers/tasks/ask.ts'
import { analyzeInput, storeTable } from '../../support/analysis.ts'
import { type Figure, milliseconds, percentile } from '../jobs/report.ts'

/** Three years of orders: six columns of every kind that is asked about. */
const orders = (rows: number): string =>
  `SELECT DATE '2022-01-01' + CAST(hash(i, 1) % 1096 AS INTEGER) AS day, ['North', 'South', 'East', 'West'][CAST(1 + hash(i, 2) % 4 AS BIGINT)] AS region,
    'Product ' || CAST(hash(i, 3) % 40 AS VARCHAR) AS product, round(5 + (hash(i, 4) % 20000) / 100.0, 2) AS revenue,
    CAST(1 + hash(i, 5) % 9 AS BIGINT) AS units, round((hash(i, 6) % 4000) / 100.0, 2) AS discount FROM range(${rows}) t(i)`

const questions = [
  'revenue by region',
  'average revenue per month in 2023',
  'top 10 products by revenue',
  'how many orders in 2024',
  'compare weekend and weekday',
  'why did revenue fall in March 2024',
  'which products grew',
  'is revenue related to discount',
  'distribution of revenue',
  'share where units > 5 by region',
  'rows where revenue > 150 and region = North',
  'Umsatz nach Region',
] as const

/** Each question once to be read and answered, by the clock and by the processor. */
export async function answerFigures(rows: number): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-ask-'))
  const context = detachedContext()
  try {
    const table = await withDatabase(context, { temporaryFolder: path.join(folder, 'scratch') }, (database) =>
      storeTable(database, folder, 'orders', orders(rows)),
    )
    const { output } = await analyzeTimed(analyzeInput(folder, [table]), context, [])
    const [asked] = (await askVocabulary({ tables: output.tables, convertDir: folder }, context)).tables
    if (asked === undefined) throw new Error('No table to ask')
    const figures: Figure[] = []
    const clocks: number[] = []
    const processors: number[] = []
    for (const text of questions) {
      const began = performance.now()
      const used = process.cpuUsage()
      const { question } = understand(text, asked)
      if (question === null) throw new Error(`Not understood: ${text}`)
      await answered(output.tables, folder, question)
      const { user, system } = process.cpuUsage(used)
      clocks.push(performance.now() - began)
      processors.push((user + system) / 1000)
      figures.push({
        what: text,
        value: milliseconds(clocks.at(-1) ?? 0),
        aim: `processor ${milliseconds(processors.at(-1) ?? 0)}`,
      })
    }
    return [
      { what: 'median of all answers', value: milliseconds(percentile(clocks, 0.5)), aim: 'at most 1 s' },
      { what: 'median of the processor’s time', value: milliseconds(percentile(processors, 0.5)) },
      ...figures,
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }

  async function answered(
    tables: ProfiledTable[],
    convertDir: string,
    question: NonNullable<ReturnType<typeof understand>['question']>,
  ): Promise<void> {
    const source = { path: '', name: 'orders', bytes: 0 }
    await ask({ tables, convertDir, source, seed: 1, question, looked: { number: 1, found: 0 } }, context)
  }
}
