/** What a person says of the columns, over what the engine would think. */
import { describe, expect, it } from 'vitest'
import { StoryglassError } from '../../../../src/shared/failure/failure.ts'
import type { Focus } from '../../../../src/shared/story/focus.ts'
import { detachedContext } from '../../../../src/workers/runtime/context.ts'
import { withDatabase } from '../../../../src/workers/runtime/duckdb/database.ts'
import { analyze } from '../../../../src/workers/stages/analyze.ts'
import { analyzeInput, storeTable, withFolder } from '../../../support/analysis.ts'

/** Three hundred people: a weight that goes with a length, and a length that differs by branch; a code that means nothing. */
const people = `SELECT ['Ash', 'Elm', 'Oak'][1 + i % 3] AS branch, (hash(i, 1) % 900 + 100)::BIGINT AS code,
  150 + (i % 3) * 8 + (hash(i, 2) % 200) / 10.0 AS length,
  2 * (150 + (i % 3) * 8 + (hash(i, 2) % 200) / 10.0) + (hash(i, 3) % 100) / 10.0 AS weight,
  20 + (hash(i, 4) % 600) / 10.0 + (i % 3) * 6 AS age FROM range(300) rows(i)`

const analysed = (focus?: Focus) =>
  withFolder(async (folder) => {
    const context = detachedContext()
    const table = await withDatabase(context, {}, (database) => storeTable(database, folder, 'people', people))
    return analyze({ ...analyzeInput(folder, [table]), ...(focus === undefined ? {} : { focus }) }, context)
  })

async function reasonOf(focus: Focus): Promise<string> {
  const error = await analysed(focus).then(
    () => null,
    (failure: unknown) => failure,
  )
  return error instanceof StoryglassError ? `${error.reason}: ${error.message}` : String(error)
}

describe('a role that a person gives', () => {
  it('is the column’s role, and what follows from it: an amount becomes groups, and is averaged no more', async () => {
    const { tables, insights } = await analysed({ roles: { age: 'text', code: 'identifier' } })
    const roles = Object.fromEntries(tables[0]?.columns.map(({ name, role }) => [name, role]) ?? [])
    expect(roles).toMatchObject({ age: 'text', code: 'identifier', length: 'measure', branch: 'dimension' })
    expect(insights.filter(({ columns }) => columns.includes('age'))).toEqual([])
    expect(tables[0]?.notes.at(-1)).toBe(
      'As you asked, “code” counts as a name of its rows and “age” counts as text to read.',
    )
  })

  it('is refused where the values cannot have it', async () => {
    expect(await reasonOf({ roles: { branch: 'measure' } })).toMatch(/^role_impossible: .*“branch” as measure/)
    expect(await reasonOf({ roles: { weight: 'time' } })).toMatch(/^role_impossible/)
  })
})

describe('a column that is left out', () => {
  it('is in no statement, and still in the table', async () => {
    const { tables, insights } = await analysed({ ignore: ['weight'] })
    expect(tables[0]?.columns.map(({ name }) => name)).toContain('weight')
    expect(insights.length).toBeGreaterThan(0)
    expect(insights.filter(({ columns }) => columns.includes('weight'))).toEqual([])
  })
})

describe('a target', () => {
  it('comes first, and the rest after it', async () => {
    const best = async (focus?: Focus) => {
      const { insights } = await analysed(focus)
      return insights
        .filter((insight) => insight.class === 'finding')
        .toSorted((one, other) => other.score - one.score)[0]
    }
    expect((await best())?.columns).not.toContain('age')
    expect((await best({ target: 'age' }))?.columns).toContain('age')
  })
})

it('a column that is not there is named with those that are', async () => {
  for (const focus of [{ target: 'Age' }, { ignore: ['Age'] }, { roles: { Age: 'measure' } }] satisfies Focus[]) {
    expect(await reasonOf(focus)).toMatch(/^no_such_column: .*“Age”.*“branch”.*“age”/)
  }
})
