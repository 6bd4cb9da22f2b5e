/** Two columns of several categories each that go together are drawn as a heat map of shares. */
import { expect, it } from 'vitest'
import { chartConfiguration, chartHeight } from '../../../../src/shared/story/chart-configuration.ts'
import { shades } from '../../../../src/shared/story/drawing/heat-map.ts'
import { chartTable } from '../../../../src/workers/export/chart-table.ts'
import { drawChart } from '../../../../src/workers/export/html/chart-image.ts'
import { checkChart } from '../../../../src/workers/story/verify/charts.ts'
import { withToldStory } from '../../../support/stories/told-story.ts'

/** Mondays are mostly repairs, the other days alike: four days, three kinds of work. */
const sql = `SELECT CASE i % 4 WHEN 0 THEN 'Monday' WHEN 1 THEN 'Tuesday' WHEN 2 THEN 'Wednesday' ELSE 'Thursday' END AS "day",
  CASE WHEN i % 4 = 0 AND hash(i) % 10 < 7 THEN 'repair'
    WHEN hash(i * 7) % 3 = 0 THEN 'repair' WHEN hash(i * 7) % 3 = 1 THEN 'delivery' ELSE 'cleaning' END AS "work",
  CAST(hash(i * 13) % 50 AS DOUBLE) AS "minutes"
  FROM range(2000) t(i)`

const theme = { text: '#222222', grid: '#dddddd', quiet: '#aaaaaa', accent: '#0a6b64', fontFamily: 'Inter' }

it('shows every share, frames the cell the claim is about and is verified', () =>
  withToldStory(
    sql,
    async ({ story }) => {
      const chart = story.charts.find(({ spec }) => spec.kind === 'heat')
      if (chart === undefined)
        throw new Error(`No heat map among ${story.charts.map(({ spec }) => spec.title).join(', ')}`)
      const { spec, data } = chart
      const insight = [...story.findings, ...story.leads].find(({ id }) => id === chart.insight)
      expect(spec.series).toHaveLength(data.columns.length - 2)
      for (const row of data.rows) {
        expect(row.slice(1, -1).reduce<number>((sum, share) => sum + Number(share), 0)).toBeCloseTo(1, 12)
      }
      const claimed = data.rows.find(([category]) => category === spec.highlight[0])
      expect(claimed?.[data.columns.indexOf(spec.y.field)]).toBeCloseTo(Number(insight?.evidence.values.share), 12)
      expect(checkChart(chart, insight)).toMatchObject({ failed: [] })
      const altered = {
        ...chart,
        data: { ...data, rows: data.rows.map(([name, ...rest]) => [name ?? null, ...rest.map(() => 0.123)]) },
      }
      expect(checkChart(altered, insight).failed).not.toEqual([])

      const drawn = chartConfiguration(spec, data, theme)
      expect(drawn.data.datasets.map(({ label }) => label)).toEqual(spec.series?.map(({ label }) => label))
      expect(chartHeight(spec, data)).toBeGreaterThan(34 * data.rows.length)
      const flat = shades(spec.series ?? [], data).flat()
      expect(Math.max(...flat.map(Number))).toBeCloseTo(0.5, 12)
      expect(drawChart(chart, theme)?.bytes.length).toBeGreaterThan(2_000)
      expect(chartTable(chart).header).toEqual([spec.x.label, ...(spec.series ?? []).map(({ label }) => label), 'rows'])
    },
    { name: 'jobs' },
  ))
