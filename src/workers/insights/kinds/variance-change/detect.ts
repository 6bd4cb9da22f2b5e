/** variance_change: a series scatters more or less from a period on, or its swings grow with its level. A finding. */

import type { Followed } from '../../../analysis/artefacts.ts'
import type { TableSchema } from '../../../analysis/schema.ts'
import type { TimeAxis } from '../../../analysis/series/axis.ts'
import { shapesOf } from '../../../analysis/shapes.ts'
import { cycleName } from '../../../analysis/time/cycle-name.ts'
import { leastRatio, type SpreadTest, scatterChange, swingsWithLevel } from '../../../analysis/time/spread-change.ts'
import { between, type Detector, gatedOut, type Outcome } from '../../detector.ts'
import { about, impactOf, seriesDerived, seriesFamily } from '../../over-time.ts'
import { seriesCount } from '../../work.ts'
import { names } from './names.ts'

export const detectVarianceChange: Detector<typeof names> = {
  family: seriesFamily('variance_change'),
  appliesTo: (schema) => schema.time !== null,
  expectedWork: (schema) => ({ work: seriesCount(schema) * (2 + (schema.time?.periods ?? 0) * 0.02) }),
  async run({ schema, artefacts, context }) {
    const { time } = schema
    const outcomes: Outcome<typeof names>[] = []
    if (time === null) return outcomes
    for (const [followed, shape] of await shapesOf(artefacts, context)) {
      const season = (await artefacts.season(followed)).found?.period ?? null
      const scatter = shape === null ? null : scatterChange(followed.series, shape)
      await context.yieldToEventLoop()
      outcomes.push(outcomeOf(scatter, followed, time, schema, season, null))
      if (season === null) continue
      outcomes.push(outcomeOf(swingsWithLevel(followed.series, season), followed, time, schema, season, season))
    }
    return outcomes
  },
}

function outcomeOf(
  test: SpreadTest | null,
  followed: Followed,
  time: TimeAxis,
  schema: TableSchema,
  season: number | null,
  cycle: number | null,
): Outcome<typeof names> {
  const change = test?.change ?? null
  const ratio = change === null ? 0 : Math.max(change.ratio, 1 / change.ratio)
  if (test === null || change === null || ratio < leastRatio) return gatedOut(test?.p ?? null)
  const { columns, subspace, n, caveats, details, readability } = about(followed, time)
  return {
    p: test.p,
    statement: {
      type: 'variance_change',
      class: 'finding',
      columns,
      ...(subspace === undefined ? {} : { subspace }),
      direction: change.ratio > 1 ? 'up' : 'down',
      ...(change.place === null ? {} : { location: String(followed.series.starts[change.place]) }),
      effect: { name: 'ratio of standard deviations', value: 'ratio' },
      testName: cycle === null ? 'running sum of squares' : 'correlation of spread and level',
      n,
      evidence: {
        sql: [followed.sql],
        derived: seriesDerived('variance_change', Object.keys(names.values), followed, time, { season, cycle }),
      },
      details: {
        ...details,
        form: cycle === null ? 'from' : 'level',
        cycle: cycle === null ? null : cycleName(cycle, time.unit),
      },
      caveats,
      score: {
        impact: impactOf(followed, schema),
        effect: between(ratio, 1, 4),
        // Growth brings wider swings with it in most things that are counted.
        surprise: cycle === null ? 1 : 0.5,
        readability,
      },
    },
  }
}
