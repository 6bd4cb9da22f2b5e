/** Tables that trip analysts up: nothing in them stops the analysis, and what is said of them is true. */
import { describe, expect, it } from 'vitest'
import { analyzeOutputSchema } from '../../../../src/shared/contract/stages.ts'
import { kindOf } from '../../../../src/workers/insights/kinds/index.ts'
import { analyzeQueries, vegaFolder } from '../../../support/analysis.ts'

const odd: Record<string, string> = {
  'one row': `SELECT 1 AS a, 'x' AS b, DATE '2020-01-01' AS c, 2.5 AS d`,
  'no rows': `SELECT 1 AS a, 'x' AS b, DATE '2020-01-01' AS c, 2.5 AS d WHERE false`,
  'one column': 'SELECT i * 1.5 AS a FROM range(50) t(i)',
  'one text column': `SELECT 'word ' || i AS a FROM range(50) t(i)`,
  'a column without values': `SELECT i AS id, NULL::DOUBLE AS nothing, NULL::VARCHAR AS blank, NULL::DATE AS never FROM range(60) t(i)`,
  'constant columns': `SELECT 7 AS a, 'same' AS b, true AS c, 1.5 AS d, DATE '2020-01-01' AS e FROM range(40)`,
  'only text': `SELECT 'name ' || i AS name, 'a long sentence about row ' || i AS note FROM range(300) t(i)`,
  'NaN and infinities': `SELECT CASE i % 10 WHEN 0 THEN 'nan'::DOUBLE WHEN 1 THEN 'inf'::DOUBLE WHEN 2 THEN '-inf'::DOUBLE
    ELSE i END AS a, i % 7 + i * 0.5 AS b, 'g' || (i % 3) AS g FROM range(200) t(i)`,
  'huge integers': `SELECT 9007199254740993 + i AS big, i * 1000003 AS plain, -9223372036854775807 + i AS least FROM range(100) t(i)`,
  'huge numbers': 'SELECT 1e300 * (i + 1) AS a, 1e-300 * (i + 1) AS b, i * 1.0 AS c FROM range(100) t(i)',
  'names with quotes': `SELECT i AS "a ""quoted"" name", i * 2 AS "it's; DROP TABLE x--", 'g' || (i % 2) AS "select",
    i % 5 + 0.5 AS " ", 'v' || (i % 3) AS "value", i AS "row number", i % 4 AS "period" FROM range(120) t(i)`,
  'groups with quotes': `SELECT ['it''s', 'a "b"', 'c\\d', ''][1 + i % 4] AS g, i % 4 * 10 + i % 3 AS x FROM range(200) t(i)`,
  'dates far apart': `SELECT CASE WHEN i = 0 THEN DATE '0001-01-01' WHEN i = 1 THEN DATE '9999-12-31'
    ELSE DATE '2020-01-01' + i::INTEGER END AS d, i * 1.0 AS x FROM range(100) t(i)`,
  'time stamps by the second': `SELECT TIMESTAMP '2024-01-01' + INTERVAL (i * 17) SECOND AS t, sin(i / 40.0) AS x FROM range(3000) t(i)`,
  'years as numbers': 'SELECT 1900 + i AS year, i * 2 + i % 3 AS "sales" FROM range(60) t(i)',
  'repeated rows': `SELECT i % 20 AS a, 'g' || (i % 4) AS b FROM range(400) t(i)`,
}

describe('analysing odd tables', () => {
  for (const [name, query] of Object.entries(odd)) {
    it(`${name}: is analysed, and every number is recomputed`, async () => {
      const { output, mismatches } = await analyzeQueries({ [`the "${name}" table`]: query })
      expect(() => analyzeOutputSchema.parse(output)).not.toThrow()
      expect(mismatches).toEqual([])
      expectNamed(output.insights)
    })
  }

  it('200 columns are analysed', async () => {
    const columns = Array.from({ length: 200 }, (_, index) => `hash(i, ${index}) % ${3 + index * 7} AS c${index}`)
    const { output, mismatches } = await analyzeQueries({ wide: `SELECT ${columns.join(', ')} FROM range(300) t(i)` })
    expect(output.tables[0]?.columns).toHaveLength(200)
    expect(mismatches).toEqual([])
    expect(output.insights.filter((insight) => insight.class === 'finding')).toEqual([])
  })

  it('several tables of one source share one control', async () => {
    const query = (offset: number): string =>
      `SELECT i AS id, hash(i, ${offset}) % 100 AS x, hash(i, ${offset}) % 100 * 2 + hash(i, 9) % 120 AS y FROM range(300) t(i)`
    const { output, mismatches } = await analyzeQueries({ first: query(1), second: query(2) })
    expect(mismatches).toEqual([])
    expect(
      output.insights
        .filter((insight) => insight.type === 'correlation')
        .map((insight) => insight.table)
        .sort(),
    ).toEqual(['first', 'second'])
    expect(output.method.families.map((family) => family.name)).toContain('first: correlation × rows')
    expect(new Set(output.insights.map((insight) => insight.id)).size).toBe(output.insights.length)
  })

  it('the same bytes give the same analysis', async () => {
    const query = `SELECT * FROM read_csv('${vegaFolder}seattle-weather.csv')`
    const first = await analyzeQueries({ weather: query })
    const second = await analyzeQueries({ weather: query })
    expect(second.output).toEqual(first.output)
  })
})

function expectNamed(insights: Awaited<ReturnType<typeof analyzeQueries>>['output']['insights']): void {
  for (const insight of insights) {
    const names = kindOf(insight.type).names
    expect(Object.keys(insight.evidence.values).sort(), insight.type).toEqual(Object.keys(names.values).sort())
    expect(Object.keys(insight.details).sort(), insight.type).toEqual(Object.keys(names.details).sort())
    // A kind may have a location in some of its forms only; its names say so.
    const optional = 'location' in names && /absent for/.test(String(names.location))
    if (!optional) expect(insight.location !== undefined, insight.type).toBe('location' in names)
  }
}
