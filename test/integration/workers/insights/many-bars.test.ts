/** Charts of more groups or columns than have room: some are left out, and what is written of that is borne out. */
import { expect, it } from 'vitest'
import { withToldStory } from '../../../support/stories/told-story.ts'

/** Forty shops, one with many returns and dear orders, and six with a single order, too few to be compared. */
const shops = `SELECT CASE WHEN i < 6 THEN 'new shop ' || i ELSE 'shop ' || (i % 40) END AS "shop",
  CASE WHEN hash(i) % 10 < (CASE WHEN i % 40 = 7 THEN 7 ELSE 2 END) THEN 'yes' ELSE 'no' END AS "returned",
  (CASE WHEN i % 40 = 7 THEN 80 ELSE 40 END) + CAST(hash(i * 13) % 30 AS DOUBLE) AS "amount"
  FROM range(4000) t(i)`

/** Fifteen columns, each with gaps of its own. */
const gaps = `SELECT ${Array.from(
  { length: 15 },
  (_, column) =>
    `CASE WHEN hash(i * ${2 * column + 1}) % 20 < ${column + 1} THEN NULL ELSE CAST(hash(i * ${column + 31}) % 997 AS DOUBLE) END AS "answer ${column}"`,
).join(', ')} FROM range(600) t(i)`

it.each([
  ['groups', shops, ['rate_difference', 'group_difference']],
  ['columns', gaps, ['missing']],
])('more %s than have room are drawn in part, and no chart is lost', (_, sql, kinds) =>
  withToldStory(
    sql,
    async ({ story }) => {
      const pictured = kinds.map((kind) => story.charts.find(({ id }) => id.startsWith(`chart-${kind}`)))
      for (const chart of pictured) expect(chart?.data.reduced).toBe(true)
      expect(story.method.dropped?.reasons.chart ?? 0).toBe(0)
    },
    { name: 'many' },
  ),
)
