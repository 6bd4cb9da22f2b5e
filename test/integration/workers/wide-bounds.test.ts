/** What is looked into in a wide table is bounded by a rule, said, and never leaves out what was asked for. */

import { describe, expect, it } from 'vitest'
import type { Focus } from '../../../src/shared/story/focus.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { withDatabase } from '../../../src/workers/runtime/duckdb/database.ts'
import { analyzeTimed } from '../../../src/workers/stages/analyze.ts'
import { methodParagraphs } from '../../../src/workers/story/about.ts'
import { frame } from '../../../src/workers/story/words/index.ts'
import { analyzeInput, storeTable, withFolder } from '../../support/analysis.ts'

/** Half-empty columns first, then full ones of noise; the last goes with the last but one. */
const measures = Array.from({ length: 100 }, (_, k) => {
  const noise = `(hash(i, ${k}) % 1000) / 7`
  if (k === 99) return `(hash(i, 98) % 1000) / 7 + (hash(i, 99) % 200) / 7 AS m99`
  return k < 30 ? `CASE WHEN hash(i, ${k}, 1) % 3 = 0 THEN ${noise} END AS m${k}` : `${noise} AS m${k}`
})
const groups = Array.from({ length: 20 }, (_, k) => `'g' || (hash(i * 1009 + ${k}) % 4) AS g${k}`)
const query = `SELECT ${[...measures, ...groups].join(', ')} FROM range(400) r(i)`

function analysed(focus?: Focus) {
  return withFolder((folder) =>
    withDatabase(detachedContext(), { threads: 1 }, async (database) => {
      const table = await storeTable(database, folder, 'wide', query)
      const input = { ...analyzeInput(folder, [table]), ...(focus === undefined ? {} : { focus }) }
      return (await analyzeTimed(input, detachedContext())).output
    }),
  )
}

describe('a wide table', () => {
  it('is looked into in part, and the method says in which', async () => {
    const { method, insights } = await analysed()
    expect(method.bounded).toEqual([
      { table: 'wide', columns: 120, measures: { taken: 40, of: 100 }, dimensions: { taken: 12, of: 20 } },
    ])
    expect(insights.filter(({ class: kind }) => kind === 'finding').flatMap(({ columns }) => columns)).not.toContain(
      'm99',
    )
    // Gaps are told of all columns, whether looked into or not.
    expect(
      insights.some(({ type, columns }) => type === 'missing' && columns.some((name) => /^m[0-9]$/.test(name))),
    ).toBe(true)
    const said = methodParagraphs(method, frame.in('en'), [])
      .map(({ text }) => text)
      .join(' ')
    expect(said).toContain('Of 120 columns, 40 of 100 amounts and 12 of 20 groupings were looked into')
  })

  it('never leaves out the column that was asked for', async () => {
    const { insights } = await analysed({ target: 'm99' })
    // Its own middle at least is told, from a sample that the profile of the first columns did not keep.
    expect(insights.flatMap(({ columns }) => columns)).toContain('m99')
  })

  it('says nothing of bounds where all columns were looked into', () => {
    const method = { testsRun: 0, kept: 0, q: 0.05, families: [], sampled: false, rowsAnalysed: 5 }
    expect(
      methodParagraphs(method, frame.in('en'), [])
        .map(({ text }) => text)
        .join(' '),
    ).not.toContain('looked into')
  })
})
