/** The figures of the queue as charts, each with its claim, its words and its rows. Pure. */
import { capitalise, formatList } from '../../shared/format/words.ts'
import type { Metrics } from '../../shared/job/metrics.ts'
import type { Chart } from '../../shared/story/chart.ts'
import type { Scalar } from '../../shared/story/insight.ts'
import { currentTexts } from '../stores/language.ts'
import { formatElapsed } from './amounts.ts'
import { kindOfFiles, kindWords, reasonWords } from './failure-words.ts'
import { pipelineOfKind } from './kinds.ts'
import { stageWords } from './stages.ts'

/** More bars than this are no picture any more; the table behind has them all. */
const mostBars = 10

interface Parts {
  readonly id: string
  readonly spec: Omit<Chart['spec'], 'horizontal' | 'highlight'> &
    Partial<Pick<Chart['spec'], 'horizontal' | 'highlight'>>
  readonly alt: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Scalar[])[]
}

function chartOf({ id, spec, alt, columns, rows }: Parts): Chart {
  return {
    id,
    insight: id,
    alt,
    spec: { horizontal: false, highlight: [], ...spec },
    data: { columns: [...columns], rows: rows.map((row) => [...row]), sql: '', reduced: false },
  }
}

/** The axis of a chart reads no time zone, so it is given the time on the wall. */
export function wallTime(iso: string): string {
  const date = new Date(iso)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19)
}

/** Most jobs waiting at once, over the period; null when the queue was always empty. */
export function queueDepthChart(metrics: Metrics, days: number): Chart | null {
  const texts = currentTexts()
  const most = Math.max(0, ...metrics.queueDepth.map(({ depth }) => depth))
  if (most === 0) return null
  const rows = metrics.queueDepth.map(({ at, depth }) => [wallTime(at), depth] as const)
  const peak = rows.find(([, depth]) => depth === most)
  return chartOf({
    id: 'queue-depth',
    spec: {
      kind: 'line',
      title: texts.metricsCharts.depthTitle({ most }),
      subtitle: texts.metricsCharts.depthSubtitle({ days }),
      x: {
        field: 'at',
        label: texts.metricsCharts.time,
        type: 'time',
        format: days <= 30 ? 'grain:hour' : 'grain:day',
      },
      y: { field: 'waiting', label: texts.metricsCharts.jobsWaiting, type: 'number', format: 'count' },
    },
    alt:
      peak === undefined
        ? texts.metricsCharts.depthAlt({ days, most })
        : texts.metricsCharts.depthAltOn({ days, most, date: peak[0].slice(0, 10) }),
    columns: ['at', 'waiting'],
    rows,
  })
}

/** How long each stage takes by kind of file: the middle value, with a whisker to the 95th percentile. */
export function stageTimesChart(metrics: Metrics): Chart | null {
  const texts = currentTexts()
  const timed = metrics.stages
    .flatMap(({ stage, kind, medianMs, p95Ms, count }) => {
      if (medianMs === null || p95Ms === null) return []
      const { title, verb = title } = stageWords(pipelineOfKind(kind), stage)
      const name = texts.metricsCharts.stageOfKind({ stage: title, kind: kindWords(kind) })
      return [
        {
          name,
          claim: texts.metricsCharts.stageOfFiles({ stage: verb, files: kindOfFiles(kind) }),
          medianMs,
          p95Ms,
          count,
        },
      ]
    })
    .sort((a, b) => b.medianMs - a.medianMs)
    .slice(0, mostBars)
  const [slowest] = timed
  if (slowest === undefined) return null
  const seconds = (ms: number): number => Math.round(ms) / 1000
  return chartOf({
    id: 'stage-times',
    spec: {
      kind: 'bar',
      horizontal: true,
      title: texts.metricsCharts.slowest({ what: slowest.claim, time: formatElapsed(slowest.medianMs) }),
      subtitle: texts.metricsCharts.secondsAStageTakesHalf,
      x: { field: 'stage', label: texts.metricsCharts.stageAndKindOfFile, type: 'category', format: null },
      y: { field: 'median', label: texts.metricsCharts.medianSeconds, type: 'number', format: null },
      interval: { low: 'median_low', high: 'p95', label: texts.metricsCharts.n95In100TakeLess },
      highlight: [slowest.name],
    },
    alt: texts.metricsCharts.timesAlt({
      times: formatList(
        timed.map(({ name, medianMs, p95Ms }) =>
          texts.metricsCharts.timeAlt({ name, median: formatElapsed(medianMs), most: formatElapsed(p95Ms) }),
        ),
      ),
    }),
    columns: ['stage', 'median', 'median_low', 'p95', 'jobs'],
    rows: timed.map(({ name, medianMs, p95Ms, count }) => [
      name,
      seconds(medianMs),
      seconds(medianMs),
      seconds(p95Ms),
      count,
    ]),
  })
}

/** Failures by what went wrong. */
export function failureReasonsChart(metrics: Metrics): Chart | null {
  const texts = currentTexts()
  return countsChart(metrics, {
    id: 'failure-reasons',
    label: texts.metricsCharts.whatWentWrong,
    subtitle: texts.metricsCharts.failedJobsByWhatWent,
    nameOf: ({ reason }) => reasonWords(reason),
    claim: (name, share) => texts.metricsCharts.share({ name, share }),
  })
}

/** Failures by kind of file. */
export function failureKindsChart(metrics: Metrics): Chart | null {
  const texts = currentTexts()
  return countsChart(metrics, {
    id: 'failure-kinds',
    label: texts.metricsCharts.kindOfFile,
    subtitle: texts.metricsCharts.failedJobsByKindOf,
    nameOf: ({ kind }) => capitalise(kindOfFiles(kind)),
    claim: (name, share) => texts.metricsCharts.share({ name, share }),
  })
}

interface Counting {
  readonly id: string
  readonly label: string
  readonly subtitle: string
  readonly nameOf: (failure: Metrics['failures'][number]) => string
  readonly claim: (name: string, share: string) => string
}

function countsChart(metrics: Metrics, { id, label, subtitle, nameOf, claim }: Counting): Chart | null {
  const texts = currentTexts()
  const counts = new Map<string, number>()
  for (const failure of metrics.failures) {
    const name = nameOf(failure)
    counts.set(name, (counts.get(name) ?? 0) + failure.count)
  }
  const rows = [...counts].sort((a, b) => b[1] - a[1])
  const all = rows.reduce((sum, [, count]) => sum + count, 0)
  const [first] = rows
  if (first === undefined) return null
  const [name, most] = first
  const share =
    most === all ? texts.metricsCharts.allFailures({ all }) : texts.metricsCharts.someFailures({ most, all })
  return chartOf({
    id,
    spec: {
      kind: 'bar',
      horizontal: true,
      title: claim(name, most === 1 && all === 1 ? texts.metricsCharts.theOneFailure : share),
      subtitle,
      x: { field: 'name', label, type: 'category', format: null },
      y: { field: 'failures', label: texts.metricsCharts.failures, type: 'number', format: 'count' },
      highlight: [name],
    },
    alt: texts.metricsCharts.countsAlt({
      subtitle,
      counts: formatList(rows.map(([one, count]) => texts.metricsCharts.count({ name: one, count }))),
    }),
    columns: ['name', 'failures'],
    rows: rows.slice(0, mostBars),
  })
}
