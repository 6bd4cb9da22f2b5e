/** Many things followed over time are a panel each, and days without rows a calendar: both with the numbers of the table. */
import { expect, it } from 'vitest'
import { everyInsight } from '../../../../src/shared/story/every-insight.ts'
import { markedOf } from '../../../../src/shared/story/mark/mark.ts'
import type { Story } from '../../../../src/shared/story/story.ts'
import { chartTable } from '../../../../src/workers/export/chart-table.ts'
import { drawChart } from '../../../../src/workers/export/html/chart-image.ts'
import { nativeChart } from '../../../../src/workers/export/pptx/native-chart.ts'
import { checkChart } from '../../../../src/workers/story/verify/charts.ts'
import { withToldStory } from '../../../support/stories/told-story.ts'

const theme = { text: '#222222', grid: '#dddddd', quiet: '#aaaaaa', accent: '#0a6b64', fontFamily: 'Inter' }

/** Nine works, ten years, one row each; all rise in the last year. */
const works = `SELECT make_date(CAST(2010 + y AS INTEGER), 1, 1) AS "year", 'Work ' || chr(CAST(65 + w AS INTEGER)) AS "work",
  round(10 + w + y * 0.1 + CASE WHEN y = 9 THEN 5 ELSE 0 END + (hash(y * 31 + w) % 100) / 200.0, 2) AS "wage"
  FROM range(10) a(y), range(9) b(w)`

/** Eight visits or more a day over two years, none over eighteen days. */
const visits = `SELECT CAST(DATE '2021-01-01' + CAST(d AS INTEGER) AS DATE) AS "visited", CAST(hash(d * 97 + i) % 500 AS DOUBLE) AS "spent"
  FROM range(700) a(d), range(12) b(i) WHERE (d < 400 OR d >= 418) AND i < 8 + hash(d) % 5`

function chartOf(story: Story, kind: 'panels' | 'calendar') {
  const chart = story.charts.find(({ spec }) => spec.kind === kind)
  if (chart === undefined)
    throw new Error(`No ${kind} among ${story.charts.map(({ spec }) => `${spec.kind} ${spec.title}`).join(', ')}`)
  const insight = everyInsight(story).find(({ id }) => id === chart.insight)
  const [table] = story.tables
  if (insight === undefined || table === undefined) throw new Error('A chart has its statement, and that a table')
  return { chart, insight, table }
}

it('draws nine works over ten years as panels beside their average, verified, each mark with its rows', () =>
  withToldStory(
    works,
    async ({ story }) => {
      const { chart, insight, table } = chartOf(story, 'panels')
      const { spec, data } = chart
      const labels = spec.series?.map(({ label }) => label) ?? []
      expect(labels.toSorted()).toEqual([...'ABCDEFGHI'].map((letter) => `Work ${letter}`))
      expect(chart.alt).toContain('one for each work')
      const average = data.columns.indexOf(spec.overlay?.field ?? '')
      for (const row of data.rows) {
        const own = labels.map((label) => Number(row[data.columns.indexOf(label)]))
        expect(row[average]).toBeCloseTo(own.reduce((sum, value) => sum + value, 0) / own.length, 9)
      }
      expect(checkChart(chart, insight)).toMatchObject({ failed: [] })
      expect(markedOf(table, insight, chart, { row: 3, series: 'Work C' })).not.toBeNull()
      expect(drawChart(chart, theme)?.bytes.length).toBeGreaterThan(2_000)
      expect(nativeChart(chart)).toBeNull()
      expect(chartTable(chart).header).toEqual(expect.arrayContaining(labels))
    },
    { name: 'wages' },
  ))

it('draws the days of two years as a calendar, the days without rows filled in', () =>
  withToldStory(
    visits,
    async ({ story }) => {
      const { chart, insight, table } = chartOf(story, 'calendar')
      const { spec, data } = chart
      expect(data.rows).toHaveLength(700)
      expect(data.rows.reduce((sum, [, rows]) => sum + Number(rows), 0)).toBe(insight.n)
      const empty = data.rows.flatMap(([day, rows]) => (rows === 0 ? [day] : []))
      expect(empty).toHaveLength(18)
      expect(spec.highlight).toEqual(empty)
      expect(insight.evidence.values.missing).toBe(18)
      expect(checkChart(chart, insight)).toMatchObject({ failed: [] })
      expect(markedOf(table, insight, chart, { row: 3, series: null })).not.toBeNull()
      expect(drawChart(chart, theme)?.bytes.length).toBeGreaterThan(2_000)
      expect(nativeChart(chart)).toBeNull()
      expect(chartTable(chart).rows[0]).toEqual(['1 January 2021', String(data.rows[0]?.[1])])
    },
    { name: 'visits' },
  ))
