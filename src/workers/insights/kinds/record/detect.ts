/** record: the highest and the lowest period of a series. A fact. */
import type { Followed } from '../../../analysis/artefacts.ts'
import { chanceOfCounts } from '../../../analysis/time/chance-counts.ts'
import { roundingStep } from '../../../analysis/time/rounding-step.ts'
import type { Detector, Outcome } from '../../detector.ts'
import { about, impactOf, seriesDerived } from '../../over-time.ts'
import { littleWork } from '../../work.ts'
import { names } from './names.ts'

/** Least distance of the highest from the lowest, as a share of the typical level. */
const leastRange = 0.1
/** The same in steps to which values are rounded, where one was measured a period. */
const leastSteps = 3
/** Above this, rows that fall into periods at random would scatter as much. */
const chanceLevel = 0.001
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
      if (shared || isFlat(one) || isChance(one)) return [{ p: null, statement: null }]
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
            score: {
              impact: 0.5 * impactOf(one, schema),
              effect: 0.4,
              // Of what rises or falls all the way, the ends are no news.
              surprise: Math.abs(highest - lowest) === values.length - 1 ? 0.1 : 0.4,
              readability,
            },
          },
        },
      ]
    })
  },
}

/** Where the highest is hardly above the lowest, neither is worth a word. */
function isFlat({ series }: Followed): boolean {
  const { raw } = series
  const range = Math.max(...raw) - Math.min(...raw)
  // What was measured once a period has its own scale: a lake's level varies by feet, five hundred above the sea.
  if (series.rows === series.observed) return range < leastSteps * roundingStep(raw)
  return range < (leastRange * raw.reduce((sum, value) => sum + Math.abs(value), 0)) / raw.length
}

/** Rows of a sample fall into periods unevenly by chance, and which of them has most is no fact about anything. */
function isChance({ measure, aggregate, series }: Followed): boolean {
  switch (aggregate) {
    case 'mean':
      return false
    case 'count':
      return chanceOfCounts(series.values, series.rows) > chanceLevel
    case 'sum':
      return measure !== null && chanceOfCounts(series.values, series.rows, measure.numeric) > chanceLevel
  }
}
