/** Columns that a person calls otherwise, and categories in the order they gave: through analysis, charts, grid and answers. */
import { describe, expect, it } from 'vitest'
import { StoryglassError } from '../../../../src/shared/failure/failure.ts'
import type { Focus } from '../../../../src/shared/story/focus.ts'
import { detachedContext } from '../../../../src/workers/runtime/context.ts'
import { withDatabase } from '../../../../src/workers/runtime/duckdb/database.ts'
import { gridRows } from '../../../../src/workers/source/duckdb/grid/grid-rows.ts'
import { withGridTable } from '../../../../src/workers/source/duckdb/grid/grid-table.ts'
import { analyze } from '../../../../src/workers/stages/analyze.ts'
import { narrate } from '../../../../src/workers/stages/narrate.ts'
import { visualize } from '../../../../src/workers/stages/visualize.ts'
import { ask } from '../../../../src/workers/tasks/ask.ts'
import { analyzeInput, storeTable, withFolder } from '../../../support/analysis.ts'
import { detailOf } from '../../../support/refusal.ts'

/** Shirts: the larger, the dearer; a column with the name of the place of a row, which the data view has to avoid. */
const shirts = `SELECT ['small', 'large', 'medium'][1 + i % 3] AS sz,
  [10, 30, 20][1 + i % 3] + (hash(i, 1) % 40) / 10.0 AS amt, i AS "place in file" FROM range(300) t(i)`

const context = detachedContext()

const told = <Result>(
  focus: Focus,
  work: (stages: {
    readonly analysis: Awaited<ReturnType<typeof analyze>>
    readonly folder: string
  }) => Promise<Result>,
) =>
  withFolder(async (folder) => {
    const table = await withDatabase(context, {}, (database) => storeTable(database, folder, 'shirts', shirts))
    return work({ analysis: await analyze({ ...analyzeInput(folder, [table]), focus }, context), folder })
  })

async function reasonOf(focus: Focus): Promise<string> {
  const error = await told(focus, async () => null).catch((failure: unknown) => failure)
  return error instanceof StoryglassError ? `${error.reason}: ${detailOf(error)}` : String(error)
}

const named = { names: { sz: 'Size', amt: 'Price', 'place in file': 'Number' } }
const ordered = { ...named, orders: { sz: ['small', 'medium', 'large'] } }

describe('a column that is called otherwise', () => {
  it('is in every sentence and query by its new name, and the table says what the file calls it', () =>
    told({ ...named, roles: { amt: 'measure' }, where: 'Price > 5 and sz != "none"' }, async ({ analysis }) => {
      const [table] = analysis.tables
      expect(table?.columns.map(({ name, sourceName }) => [name, sourceName])).toEqual([
        ['Size', 'sz'],
        ['Price', 'amt'],
        ['Number', 'place in file'],
      ])
      expect(table?.notes.join(' ')).toContain('As you asked, “amt” is called “Price”.')
      const columns = new Set(analysis.insights.flatMap((insight) => insight.columns))
      expect(columns.has('Price')).toBe(true)
      expect(columns.has('amt')).toBe(false)
    }))

  it('may have the name of another that gives it up', () =>
    told({ names: { sz: 'amt', amt: 'sz' } }, async ({ analysis }) => {
      const types = analysis.tables[0]?.columns.map(({ name, storage }) => [name, storage])
      expect(types?.slice(0, 2)).toEqual([
        ['amt', 'VARCHAR'],
        ['sz', 'DOUBLE'],
      ])
    }))

  it('cannot have a name that is empty, another’s or absurdly long, and a column that is not there has none', async () => {
    expect(await reasonOf({ names: { amt: ' \n' } })).toMatch(/^name_impossible: .*“amt”: the name is empty/)
    expect(await reasonOf({ names: { amt: 'SZ' } })).toMatch(/^name_impossible: .*“SZ” is another column of “shirts”/)
    expect(await reasonOf({ names: { amt: 'x'.repeat(500) } })).toMatch(/^name_impossible: .*has 500 characters/)
    expect(await reasonOf({ names: { price: 'Price' } })).toMatch(/^no_such_column: .*not “price”; there are “sz”/)
  })
})

describe('categories in the order a person gave them', () => {
  it('stand so in the pictures of the story, and every number still comes out', () =>
    told(ordered, async ({ analysis, folder }) => {
      expect(analysis.tables[0]?.notes.join(' ')).toContain(
        'the categories of “Size” are in the order “small”, “medium” and “large”',
      )
      const input = analyzeInput(folder, analysis.tables)
      const given = { source: input.source, convertDir: input.convertDir, analysis, seed: 1, outputDir: folder }
      const narrative = await narrate(given, context)
      expect(narrative.verified.matched).toBe(narrative.verified.numbers)
      const { charts } = await visualize({ ...given, narrative }, context)
      const bySize = charts.filter(({ spec }) => spec.x.label.toLowerCase() === 'size' && spec.from === undefined)
      expect(bySize.length).toBeGreaterThan(0)
      for (const { data, alt } of bySize) {
        expect(data.rows.map(([size]) => size)).toEqual(['small', 'medium', 'large'])
        expect(alt).not.toMatch(/highest first|longest first/)
      }
    }))

  it('sort the rows of the data view, either way', () =>
    told(ordered, ({ analysis, folder }) => {
      const [table] = analysis.tables
      if (table === undefined) throw new Error('no table')
      const source = { table, convertDir: folder, cacheDir: folder }
      return withGridTable(context, source, async (grid) => {
        for (const [descending, first, last] of [
          [false, 'small', 'large'],
          [true, 'large', 'small'],
        ] as const) {
          const view = { table: 'shirts', where: null, search: '', sort: [{ column: 'Size', descending }] }
          const window = { view, offset: 0, limit: 300, columns: ['Size', 'Number'] }
          const { rows } = await gridRows(grid, view, window)
          expect([rows[0]?.[0], rows[150]?.[0], rows[299]?.[0]]).toEqual([first, 'medium', last])
        }
      })
    }))

  it('stand so in the answer to a question', () =>
    told(ordered, async ({ analysis, folder }) => {
      const answer = await ask(
        {
          tables: analysis.tables,
          convertDir: folder,
          source: { path: '', name: 'shirts', bytes: 0 },
          seed: 1,
          question: {
            kind: 'groups',
            table: 'shirts',
            amount: { kind: 'column', column: 'Price', aggregate: 'mean' },
            by: [{ kind: 'column', column: 'Size' }],
            where: null,
          },
          looked: { number: 1, found: 0 },
        },
        context,
      )
      const [chart] = answer.statements.flatMap((one) => (one.chart === null ? [] : [one.chart]))
      expect(chart?.data.rows.map(([size]) => size)).toEqual(['small', 'medium', 'large'])
    }))

  it('are refused where one is not there, even if a condition leaves all of them rows', async () => {
    expect(await reasonOf({ orders: { sz: ['small', 'huge'] } })).toMatch(
      /^order_impossible: .*“sz” has no “huge”; it has “large”, “medium” and “small”/,
    )
    expect(await reasonOf({ orders: { size: ['small'] } })).toMatch(/^no_such_column/)
    await told({ orders: { sz: ['small', 'large'] }, where: 'sz = small' }, async ({ analysis }) => {
      expect(analysis.tables[0]?.columns[0]?.order).toEqual(['small', 'large'])
    })
  })

  it('told of another source hold here as far as they are here, and not at all where none is', async () => {
    const kept = (order: string[]) =>
      withFolder(async (folder) => {
        const table = await withDatabase(context, {}, (database) => storeTable(database, folder, 'shirts', shirts))
        const columns = { names: { sz: 'Size' }, orders: { Size: order } }
        return analyze({ ...analyzeInput(folder, [table]), keptColumns: { columns, from: 'jan.csv' } }, context)
      })
    const some = await kept(['tiny', 'small', 'large'])
    expect(some.keptColumns?.columns.orders).toEqual({ Size: ['small', 'large'] })
    const none = await kept(['tiny'])
    expect(none.keptColumns).toBeUndefined()
    expect(none.tables[0]?.columns[0]?.name).toBe('sz')
  })
})
