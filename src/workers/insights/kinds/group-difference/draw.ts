/** The mean of each group with its interval, against the mean of all. */
import { readableName } from '../../../../shared/format/words.ts'
import { spokenName } from '../../../../shared/story/spoken-name.ts'
import { studentTQuantile } from '../../../analysis/statistics/student-t-distribution.ts'
import { columnOf, type DrawInsight, detailText, evidenceValue, floorOfColumn, notBelow } from '../../charts/drawing.ts'
import { groupDots } from '../../charts/group-dots.ts'
import { averageOf, type Group, intervalsShown } from '../../charts/groups.ts'
import { chartWords } from '../../charts/words/index.ts'
import { allNamed } from '../../words/phrase.ts'

interface Found {
  readonly group: string
  readonly n: number
  readonly mean: number
  readonly variance: number | null
  /** Where keys were compared: how many, and the variance of the mean that follows from them. */
  readonly keys?: number
  readonly mean_variance?: number
}

function halfInterval({ n, variance, keys, mean_variance }: Found, share: number): number {
  if (keys !== undefined && mean_variance !== undefined)
    return studentTQuantile(0.975, keys - 1) * Math.sqrt(mean_variance)
  const own = Math.max(2, n * share)
  return n > 1 ? studentTQuantile(0.975, own - 1) * Math.sqrt((variance ?? 0) / own) : 0
}

export const drawGroupDifference: DrawInsight = async (request) => {
  const { draft, table, source, language } = request
  const dimension = detailText(draft, 'dimension')
  const measure = detailText(draft, 'measure')
  const derivation = draft.evidence.derived.difference
  const sql = draft.evidence.sql[derivation?.query ?? -1]
  if (sql === undefined) return null
  // Intervals as the test saw them: of rows that repeat each other, only a share counts.
  const share = Number(derivation?.parameters.independent ?? 1)
  const found = await source.rows<Found>(sql)
  if (found.length < 2) return null
  const column = columnOf(table, measure)
  const floor = floorOfColumn(column)
  const groups = found.map((one): Group => {
    const { group, n, mean } = one
    const half = halfInterval(one, share)
    return { category: group, rows: n, value: mean, low: notBelow(floor, mean - half, mean), high: mean + half }
  })
  const subject = averageOf(spokenName(measure, table.columns), language)
  return groupDots(request, {
    groups,
    dimension,
    highlight: detailText(draft, 'best'),
    always: [detailText(draft, 'worst')],
    field: 'mean',
    subject,
    format: column?.format ?? null,
    overall: evidenceValue(draft, 'overall_mean'),
    sql,
    shows: chartWords
      .in(language)
      .groups(allNamed({ subject, dimension: readableName(dimension), intervals: intervalsShown(table, language) }))
      .text,
  })
}
