/** record: the highest and the lowest period of a series. A fact. */
import type { Detector, Outcome } from '../../detector.ts'
import { about, impactOf, seriesDerived } from '../../over-time.ts'
import { littleWork } from '../../work.ts'
import { names } from './names.ts'

/** Least distance of the highest from the lowest, as a share of the typical level. */
const leastRange = 0.1
const mostEntities = 6

export const detectRecord: Detector<typeof names> = {
  family: null,
  appliesTo: (schema) => schema.time !== null,
  expectedWork: littleWork,
  async run({ schema, artefacts }) {
    // Levels measured once a period have their record at that grain: the hottest day, not the hottest month.
    const grain = schema.time?.kind === 'series' && schema.fine !== null ? 'fine' : 'time'
    const time = schema[grain]
    if (time === null) return []
    // Of entities that come and go nothing is said as a whole: their own records then, while they are few.
    const few = time.kind === 'panel' && !time.balanced && (time.entity[0]?.column.distinct ?? 0) <= mostEntities
    const followed = [
      ...(await artefacts.followed('time')).filter(({ subspace, aggregate }) => {
        return subspace === null && aggregate !== 'mean'
      }),
      ...(await artefacts.followed(grain)).filter(({ subspace, aggregate, series }) => {
        if (aggregate !== 'mean' || (subspace !== null && !few)) return false
        // The highest mean of many rows is no event, but for a series that has no finer regular grain: prices by month.
        return series.rows === series.observed || (time.kind === 'series' && schema.fine === null)
      }),
    ]
    return followed.flatMap((one): Outcome<typeof names>[] => {
      const axis = one.aggregate === 'mean' ? time : (schema.time ?? time)
      const { raw: values, starts } = one.series
      const highest = values.indexOf(Math.max(...values))
      const lowest = values.indexOf(Math.min(...values))
      // A record held by several periods at once is none.
      const shared = values.filter((value) => value === values[highest]).length > 1
      // Where the highest is hardly above the lowest, neither is worth a word.
      const level = values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length
      const flat = (values[highest] ?? 0) - (values[lowest] ?? 0) < leastRange * level
      if (shared || flat) return [{ p: null, statement: null }]
      const { columns, subspace, n, caveats, details, readability } = about({ ...one, evenLengths: false }, axis)
      const at = String(starts[highest])
      return [
        {
          p: null,
          statement: {
            type: 'record',
            class: 'fact',
            columns,
            ...(subspace === undefined ? {} : { subspace }),
            direction: 'up',
            location: at,
            effect: { name: 'highest', value: 'highest' },
            n,
            evidence: { sql: [one.sql], derived: seriesDerived('record', Object.keys(names.values), one, axis) },
            details: { ...details, highest_period: at, lowest_period: String(starts[lowest]) },
            caveats,
            score: { impact: 0.5 * impactOf(one, schema), effect: 0.4, surprise: 0.4, readability },
          },
        },
      ]
    })
  },
}
