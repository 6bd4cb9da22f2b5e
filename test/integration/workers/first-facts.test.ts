/** What is told of tables while they are analysed is what SQL says of them. */

import { stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FirstFacts } from '../../../src/shared/story/first-facts.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { withDatabase } from '../../../src/workers/runtime/duckdb/database.ts'
import { openTables } from '../../../src/workers/source/duckdb/tables.ts'
import { analyzeTimed } from '../../../src/workers/stages/analyze.ts'
import { convert } from '../../../src/workers/stages/convert.ts'
import { analyzeInput, storeTable, withFolder } from '../../support/analysis.ts'

const query = `SELECT DATE '2021-01-01' + d::INTEGER AS day, 'shop ' || s AS shop, (hash(d, s) % 977) / 7 AS revenue,
  CASE WHEN hash(d, s, 1) % 9 = 0 THEN NULL ELSE ['cash', 'card', 'card'][1 + (hash(d, s, 2) % 3)::INTEGER] END AS paid
  FROM range(300) a(d), range(4) b(s)`

describe('the first facts', () => {
  it('are exact, and told before anything is looked for', async () => {
    await withFolder((folder) =>
      withDatabase(detachedContext(), { threads: 1 }, async (database) => {
        const table = await storeTable(database, folder, 'shops', query)
        const told: { readonly facts: FirstFacts; readonly percent: number }[] = []
        let percent = 0
        const context = detachedContext({
          facts: (facts) => void told.push({ facts, percent }),
          progress: ({ done }) => {
            percent = done
          },
        })
        await analyzeTimed(analyzeInput(folder, [table]), context)
        await openTables(database, folder, [table])
        const exact = await database.row<Record<string, number | string>>(
          `SELECT count(revenue) AS n, min(revenue) AS min, max(revenue) AS max, median(revenue) AS median,
            quantile_cont(revenue, 0.25) AS q1, quantile_cont(revenue, 0.75) AS q3 FROM shops`,
        )
        const paid = await database.row(
          `SELECT paid AS value, count(*) AS count, (SELECT count(paid) FROM shops) AS n FROM shops
           WHERE paid IS NOT NULL GROUP BY 1 ORDER BY 2 DESC LIMIT 1`,
        )
        const [first] = told.at(-1)?.facts.tables ?? []
        expect(first).toMatchObject({
          name: 'shops',
          rows: 1_200,
          columns: 4,
          roles: { time: 1, dimension: 2, measure: 1 },
          order: { kind: 'panel', entity: ['shop'] },
          period: { column: 'day', from: '2021-01-01', to: '2021-10-27' },
          measures: [{ column: 'revenue', format: null, ...exact }],
          categories: [{ column: 'paid', distinct: 2, ...paid }],
        })
        // The profile takes less than half of the work; what is looked for comes after it.
        expect(told.every((one) => one.percent < 50)).toBe(true)
      }),
    )
  })

  it('begin with the size and the names, while the rows of a text are still being read', async () => {
    await withFolder(async (folder) => {
      const file = path.join(folder, 'visits.csv')
      const rows = Array.from({ length: 500 }, (_, row) => `2024-01-01,"a, b",${row}`)
      await writeFile(file, `day,place,visits\n${rows.join('\n')}\n`)
      const told: FirstFacts[] = []
      const source = { path: file, name: 'visits.csv', bytes: (await stat(file)).size }
      const context = detachedContext({ facts: (facts) => void told.push(facts) })
      await convert({ source, kind: 'csv', sheet: null, outputDir: folder }, context)
      expect(told).toHaveLength(1)
      expect(told[0]?.tables).toMatchObject([
        { name: 'visits', rows: 500, columns: 3, columnNames: ['day', 'place', 'visits'], roles: null },
      ])
    })
  })
})
