/**
 * common_pattern: most of the things that a panel follows rise, or fall, and a few do otherwise. A finding; more than half
 * of four series or more, each with a trend of its own.
 *
 * Source: Ma, Ding, Han & Zhang, "MetaInsight", SIGMOD (2021).
 */
import type { Followed } from '../../../analysis/artefacts.ts'
import { type CommonTrend, commonTrend, siblingsOf } from '../../../analysis/derive/common-trend.ts'
import type { TimeAxis } from '../../../analysis/series/axis.ts'
import { between, type Detector, type DetectorRun, gatedOut, type Outcome } from '../../detector.ts'
import { derivedBy, sameNames } from '../../evidence-recipe.ts'
import { about } from '../../over-time.ts'
import { seriesCount } from '../../work.ts'
import { names } from './names.ts'

type Own = Outcome<typeof names>

const columns = ['sibling', 'period', 'value', 'rows']
const leastSiblings = 4

export const detectCommonPattern: Detector<typeof names> = {
  family: () => 'common_pattern × panel',
  appliesTo: ({ time }) => time !== null && time.kind === 'panel' && time.entity.length === 1,
  expectedWork: (schema) => ({ work: seriesCount(schema) * 2 }),
  async run(run) {
    const { time } = run.schema
    const outcomes: Own[] = []
    if (time === null) return outcomes
    const byMeasure = new Map<string, Followed[]>()
    for (const followed of await run.artefacts.followed()) {
      if (followed.subspace === null) continue
      const key = `${followed.aggregate} ${followed.measure?.column.name ?? ''}`
      byMeasure.set(key, [...(byMeasure.get(key) ?? []), followed])
    }
    for (const siblings of byMeasure.values()) {
      if (siblings.length < leastSiblings) continue
      outcomes.push(await judge(run, time, siblings))
      await run.context.yieldToEventLoop()
    }
    return outcomes
  },
}

async function judge({ schema, artefacts }: DetectorRun, time: TimeAxis, followed: readonly Followed[]): Promise<Own> {
  const { dialect } = schema
  const [first] = followed
  const entity = time.entity[0]
  if (first === undefined || entity === undefined) return gatedOut(null)
  const name = ({ subspace }: Followed): string => String(subspace?.[entity.column.name] ?? '')
  const sql = followed
    .map((one) => `SELECT ${dialect.text(name(one))} AS sibling, period, value, rows FROM (${one.sql})`)
    .join('\nUNION ALL\n')
  const ordered = `SELECT * FROM (${sql}) ORDER BY sibling, period`
  const parameters = {
    grain: time.grain,
    step: time.step,
    fill: first.fill,
    even_lengths: first.evenLengths,
  }
  const found = await artefacts.source.columns(ordered)
  const common = commonTrend(
    siblingsOf(
      columns.map((column) => found[column] ?? []),
      parameters,
    ),
  )
  if (common === null) return gatedOut(null)
  const exception = exceptionOf(common)
  const { details, caveats } = about(first, time)
  const others = common.common.exceptions.filter((one) => one !== exception).map((one) => one.name)
  const [timeName, ...measure] = about(first, time).columns
  return {
    p: common.p,
    statement: {
      type: 'common_pattern',
      class: 'finding',
      columns: [timeName ?? '', entity.column.name, ...measure],
      direction: common.common.pattern === 'up' ? 'up' : 'down',
      ...(exception === null ? {} : { location: exception.name }),
      effect: { name: 'siblings with the pattern', value: 'members' },
      testName: 'trends of more than half, by Rüger',
      n: followed.reduce((sum, { series }) => sum + series.rows, 0),
      evidence: {
        sql: [ordered],
        derived: derivedBy('common_trend', 0, columns, sameNames(names), {
          ...parameters,
          exception: exception?.name ?? null,
        }),
      },
      details: {
        ...details,
        entity: entity.column.name,
        exception: exception?.name ?? null,
        exception_pattern: exception?.pattern ?? null,
        others: JSON.stringify(others),
      },
      caveats,
      score: {
        impact: Math.sqrt(Math.min(1, followed.reduce((sum, { series }) => sum + series.rows, 0) / schema.rows)),
        effect: between(common.common.share, 0.5, 0.9),
        surprise: exception?.pattern ? 1 : 0.8,
        readability: 0.95,
      },
    },
  }
}

/** The one that runs the other way before those that do nothing. */
function exceptionOf({ common }: CommonTrend): CommonTrend['common']['exceptions'][number] | null {
  return common.exceptions[0] ?? null
}
