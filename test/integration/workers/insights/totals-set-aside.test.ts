/** Rows that hold the total of the others are no rows among them, whatever is told. */
import { describe, expect, it } from 'vitest'
import { analyzeQueries, vegaFolder } from '../../../support/analysis.ts'

const disasters = `SELECT * FROM read_csv('${vegaFolder}disasters.csv')`

/** Five regions over twenty years, and a row a year with their sum, called `whole`; `missed`: by how much it misses it. */
function regions(whole: string, missed = '0'): string {
  return `SELECT region, year, sales FROM (SELECT 'R' || r AS region, 2000 + y AS year, (r + 1) * 100 + y AS sales
      FROM range(5) a(r), range(20) b(y)) UNION ALL
    SELECT '${whole}', 2000 + y, 1500 + 5 * y + ${missed} FROM range(20) b(y)`
}

describe('rows that hold the total of the others', () => {
  it.each(['All regions', 'World', 'Gesamt'])('called %s are set aside, and said to be', async (whole) => {
    const { output, mismatches } = await analyzeQueries({ regions: regions(whole) })
    const [table] = output.tables
    expect(mismatches).toEqual([])
    expect(table?.rows).toBe(100)
    expect(table?.notes.join()).toContain(
      `20 rows where region is ${whole} hold the total of the other rows and are set aside`,
    )
    expect(JSON.stringify(output.insights)).not.toContain(whole)
    const total = output.insights.find(({ type }) => type === 'total')
    expect(total?.evidence.values.total).toBe(5 * (20 * 300 + 190))
  })

  it('are told of nowhere, also not as a thing that ran another course', async () => {
    const { output, mismatches } = await analyzeQueries({ disasters })
    expect(mismatches).toEqual([])
    expect(output.tables[0]?.rows).toBe(686)
    expect(output.insights.length).toBeGreaterThan(3)
    expect(JSON.stringify(output.insights)).not.toContain('All natural disasters')
  })

  it('stay rows where that is asked for, and are then kept out of comparisons', async () => {
    const { output } = await analyzeQueries({ disasters }, [], undefined, undefined, { keepTotals: true })
    expect(output.tables[0]?.rows).toBe(803)
    const differences = output.insights.filter(({ type }) => type === 'group_difference')
    expect(differences).not.toEqual([])
    for (const { evidence, caveats } of differences) {
      expect(evidence.values.groups).toBe(10)
      expect(caveats.join()).toContain('“All natural disasters” looks like the total of the others and was left out.')
    }
  })

  it('of two columns at once are set aside in both', async () => {
    const cells = `SELECT ['East', 'West', 'Total'][r + 1] AS region, ['Girls', 'Boys', 'Both'][s + 1] AS sex, 2000 + y AS year,
        CASE WHEN r = 2 THEN 2000 ELSE 1000 END * CASE WHEN s = 2 THEN 3 ELSE 1 + s END * (100 + y) AS births
      FROM range(3) a(r), range(3) b(s), range(15) c(y)`
    const { output } = await analyzeQueries({ cells })
    expect(output.tables[0]?.rows).toBe(4 * 15)
  })

  it('are none by a sum that comes out once, nor by a name alone', async () => {
    for (const query of [
      // The sum over all years, not of each.
      regions('Rest', '(y - 9.5) * 10'),
      regions('All others', '40 * y'),
      `SELECT unnest(['a', 'b', 'c']) AS part, unnest([51204, 48711, 99915]) AS amount`,
    ]) {
      const { output } = await analyzeQueries({ table: query })
      expect(output.tables[0]?.view, query).toBeUndefined()
    }
  })
})
