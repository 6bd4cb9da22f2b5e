/**
 * future_dates: a few dates later than today, among others that are past: a year typed wrongly, a century guessed from two
 * digits. A note on quality. Tables of which a good part is to come are plans.
 */
import type { Artefacts } from '../../../analysis/artefacts.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import type { TableSchema } from '../../../analysis/schema.ts'
import { isCalendar } from '../../../analysis/series/bins.ts'
import { between, type Detector, type Outcome } from '../../detector.ts'
import { littleWork } from '../../work.ts'
import type { names } from './names.ts'

/** Part of the dates beyond which they are a plan. */
const mostToCome = 0.2
/** Fewer dates are too few to call some of them odd. */
const leastRows = 20
/** Clocks and zones differ by no more. */
const slackMs = 86_400_000

export const detectFutureDates: Detector<typeof names> = {
  family: null,
  appliesTo: (schema) => candidates(schema, Date.now()).length > 0,
  expectedWork: littleWork,
  async run({ schema, artefacts }) {
    const now = Date.now()
    const outcomes: Outcome<typeof names>[] = []
    for (const column of candidates(schema, now)) outcomes.push(await look(schema, artefacts, column, now))
    return outcomes
  },
}

/** Columns of dates of which the last is still to come, and of which there are more than a handful. */
function candidates({ columns }: TableSchema, now: number): ColumnProfile[] {
  return columns.filter((profile) => {
    const { max } = profile.column.stats
    return (
      isCalendar(profile) &&
      profile.column.role === 'time' &&
      profile.filled >= leastRows &&
      typeof max === 'string' &&
      Date.parse(max) > now + slackMs
    )
  })
}

async function look(
  { dialect, relation, rows: all }: TableSchema,
  artefacts: Artefacts,
  { column, sql }: ColumnProfile,
  now: number,
): Promise<Outcome<typeof names>> {
  const today = new Date(now).toISOString().slice(0, 10)
  const later = dialect.countIf(`${dialect.dayText(sql)} > ${dialect.text(today)}`)
  const query = `SELECT ${later} AS rows, ${dialect.ratio(later, `count(${sql})`)} AS share, count(${sql}) AS n FROM ${relation}`
  const { rows, share, n } = await artefacts.source.row<Record<'rows' | 'share' | 'n', number>>(query)
  if (rows === 0 || share > mostToCome) return { p: null, statement: null }
  const latest = String(column.stats.max)
  return {
    p: null,
    statement: {
      type: 'future_dates',
      class: 'quality',
      columns: [column.name],
      direction: 'none',
      location: latest,
      effect: { name: 'share', value: 'share' },
      n,
      evidence: { sql: [query], derived: {} },
      details: { time: column.name, grain: 'day', today, latest },
      caveats: [],
      score: {
        impact: Math.sqrt(rows / Math.max(1, all)),
        effect: between(share, 0, 0.1),
        surprise: 0.9,
        readability: 1,
      },
    },
  }
}
