/** The figures of the queue as tables of a terminal. Codes, reasons and kinds stand as the JSON has them. */
import type { Engine } from '../main/engine.ts'
import type { Texts } from '../shared/texts/texts.ts'
import { durationText, textTable, timeText } from './text-table.ts'

type Metrics = ReturnType<Engine['metrics']>

export function metricsText(metrics: Metrics, { terminal: { metricsTable: texts } }: Texts): string {
  const { jobs, successRate, waiting, running } = metrics
  const times = ({ medianMs, p95Ms }: Metrics['waiting']): string =>
    texts.times({ median: durationText(medianMs), high: durationText(p95Ms) })
  const count = (number: number): string => texts.count({ count: number })
  const summary = textTable(
    [texts.since, timeText(metrics.since)],
    [
      [texts.completed, texts.completedOf(jobs)],
      [texts.successRate, successRate === null ? '–' : texts.percent({ percent: 100 * successRate })],
      [texts.now, texts.queued({ queued: jobs.queued, running: jobs.processing })],
      [texts.waiting, times(waiting)],
      [texts.running, times(running)],
      [texts.mostWaiting, count(Math.max(0, ...metrics.queueDepth.map(({ depth }) => depth)))],
      [texts.triedAgain, texts.retries({ automatic: metrics.automaticRetries, manual: metrics.manualRetries })],
      [texts.putBack, count(metrics.recoveries)],
    ],
  )
  return [summary, stagesText(metrics, texts), failuresText(metrics, texts)].filter((part) => part !== '').join('\n')
}

function stagesText({ stages }: Metrics, texts: Texts['terminal']['metricsTable']): string {
  if (stages.length === 0) return ''
  const { stage, kind, runs, median, high } = texts.stages
  return textTable(
    [stage, kind, runs, median, high],
    stages.map((of) => [
      of.stage,
      of.kind,
      texts.count({ count: of.count }),
      durationText(of.medianMs),
      durationText(of.p95Ms),
    ]),
  )
}

function failuresText({ failures }: Metrics, texts: Texts['terminal']['metricsTable']): string {
  if (failures.length === 0) return ''
  const { failure, reason, kind, times } = texts.failures
  return textTable(
    [failure, reason, kind, times],
    failures.map((of) => [of.code, of.reason, of.kind, texts.count({ count: of.count })]),
  )
}
