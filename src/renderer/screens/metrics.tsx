/** How the queue has done: what succeeded, how long it took, what waited, what failed and why. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { plural } from '../../shared/format/words.ts'
import type { Duration, Metrics } from '../../shared/job/metrics.ts'
import { Choices } from '../components/choices.tsx'
import { DataTable } from '../components/data-table.tsx'
import { EmptyNote } from '../components/empty-note.tsx'
import { FailureNote } from '../components/failure-note.tsx'
import { chooseFile } from '../components/file-picker.tsx'
import { Link } from '../components/link.tsx'
import { StorageList } from '../components/storage-list.tsx'
import { useTitle } from '../components/use-title.ts'
import { loadedOf } from '../queries/client.ts'
import { metricsQuery } from '../queries/queue.ts'
import { allJobs, type MetricsDays, metricsPeriods } from '../routes/route.ts'
import { formatCount, formatElapsed } from '../words/amounts.ts'
import { codeWords, kindWord, reasonWords } from '../words/failure-words.ts'
import { pipelineOfKind } from '../words/kinds.ts'
import { failureKindsChart, failureReasonsChart, queueDepthChart, stageTimesChart } from '../words/metrics-charts.ts'
import { stageWords } from '../words/stages.ts'
import listClasses from './list-screen.module.css'
import classes from './metrics.module.css'

const ChartFigure = lazy(() => import('../charts/chart-figure.tsx').then((module) => ({ default: module.ChartFigure })))

const periodWords: Record<MetricsDays, string> = { 7: '7 days', 30: '30 days', 90: '90 days', 365: 'A year' }

export function MetricsScreen({ days }: { readonly days: MetricsDays }) {
  useTitle('Metrics')
  const query = useQuery(metricsQuery(days))
  const loaded = loadedOf(query)
  return (
    <div className={listClasses.page}>
      <div className={listClasses.head}>
        <h1 className={listClasses.title}>Metrics</h1>
        <Link to={allJobs} className={listClasses.aside}>
          Jobs
        </Link>
        <div className={classes.period}>
          <Choices
            label="Period"
            chosen={String(days)}
            choices={metricsPeriods.map((one) => ({
              key: String(one),
              label: periodWords[one],
              to: { screen: 'metrics', days: one },
            }))}
          />
        </div>
      </div>
      {loaded.state === 'failed' && (
        <FailureNote failure={loaded.failure}>
          <Button onClick={() => void query.refetch()}>Try again</Button>
        </FailureNote>
      )}
      {loaded.state === 'ready' && (
        <Shown {...loaded.value} refreshing={query.isFetching} stale={loaded.value.days !== days} />
      )}
      {loaded.state === 'loading' && <div className={classes.ghost} role="status" aria-label="Counting" />}
    </div>
  )
}

interface ShownProps {
  readonly metrics: Metrics
  readonly days: number
  readonly refreshing: boolean
  /** What is shown is of another period. */
  readonly stale: boolean
}

function Shown({ metrics, days, refreshing, stale }: ShownProps) {
  return (
    <div className={classes.body} aria-busy={refreshing} data-stale={stale || undefined}>
      {isEmpty(metrics) ? (
        <EmptyNote
          title="Nothing to measure yet"
          text={`No job was worked on in the last ${days} days. Drop a file, and its figures appear here.`}
        >
          <Button onClick={chooseFile}>Choose a file</Button>
        </EmptyNote>
      ) : (
        <Figures metrics={metrics} days={days} />
      )}
      <section aria-labelledby="on-disk" className={classes.disk}>
        <h2 id="on-disk" className={classes.heading}>
          Size on disk
        </h2>
        <StorageList />
      </section>
    </div>
  )
}

function isEmpty({ jobs, stages }: Metrics): boolean {
  return jobs.created + jobs.completed + jobs.failed + jobs.cancelled === 0 && stages.length === 0
}

function Figures({ metrics, days }: { readonly metrics: Metrics; readonly days: number }) {
  const charts = [
    queueDepthChart(metrics, days),
    stageTimesChart(metrics),
    failureReasonsChart(metrics),
    failureKindsChart(metrics),
  ].filter((chart) => chart !== null)
  return (
    <>
      <Summary metrics={metrics} />
      <div className={classes.charts}>
        {charts.map((chart) => (
          <Suspense key={chart.id} fallback={<div className={classes.ghost} />}>
            <ChartFigure chart={chart} headingLevel={2} />
          </Suspense>
        ))}
      </div>
      {metrics.stages.length > 0 && <StageTimes stages={metrics.stages} />}
      {metrics.failures.length > 0 && <Failures failures={metrics.failures} />}
    </>
  )
}

function Summary({ metrics }: { readonly metrics: Metrics }) {
  const { jobs, successRate, waiting, running, automaticRetries, manualRetries, recoveries } = metrics
  const ended = jobs.completed + jobs.failed
  return (
    <dl className={classes.summary} data-testid="metrics-summary">
      <Figure name="Success rate" value={successRate === null ? '–' : formatShare(successRate)} testId="success-rate">
        {ended === 0
          ? 'No job has completed or failed'
          : `${formatCount(jobs.completed)} of ${formatCount(ended)} ${plural(ended, 'job')} completed`}
      </Figure>
      <Figure name="From start to end" value={typical(running)}>
        {spread(running)}
      </Figure>
      <Figure name="Waiting to begin" value={typical(waiting)}>
        {spread(waiting)}
      </Figure>
      <Figure name="Jobs created" value={formatCount(jobs.created)} testId="jobs-created">
        {`${formatCount(jobs.failed)} failed, ${formatCount(jobs.cancelled)} cancelled`}
      </Figure>
      <Figure name="Tried again" value={formatCount(automaticRetries + manualRetries)}>
        {`${formatCount(automaticRetries)} by itself, ${formatCount(manualRetries)} by hand`}
      </Figure>
      <Figure name="Recovered" value={formatCount(recoveries)}>
        Jobs taken up again after Storyglass had stopped
      </Figure>
    </dl>
  )
}

interface FigureProps {
  readonly name: string
  readonly value: string
  readonly testId?: string
  readonly children: string
}

function Figure({ name, value, testId, children }: FigureProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className={classes.value} data-testid={testId}>
          {value}
        </span>
        <span className={classes.note}>{children}</span>
      </dd>
    </div>
  )
}

/** `94%`, never rounded up to a perfect record. */
function formatShare(share: number): string {
  if (share >= 1) return '100%'
  return `${(Math.floor(share * 1000) / 10).toFixed(share > 0.99 ? 1 : 0)}%`
}

function typical({ medianMs }: Duration): string {
  return medianMs === null ? '–' : formatElapsed(medianMs)
}

function spread({ p95Ms, count }: Duration): string {
  if (p95Ms === null) return 'Nothing to measure yet'
  return count < 20 ? `The middle of ${formatCount(count)}` : `Half take less; 95 in 100 under ${formatElapsed(p95Ms)}`
}

function StageTimes({ stages }: Pick<Metrics, 'stages'>) {
  return (
    <div>
      <h2 className={classes.heading}>Time by stage and kind of file</h2>
      <DataTable
        label="Time by stage and kind of file"
        columns={[
          { name: 'Stage' },
          { name: 'Kind of file' },
          { name: 'count', label: 'Times run' },
          { name: 'median', label: 'Median' },
          { name: 'p95', label: '95 in 100 under' },
          { name: 'mean', label: 'Mean' },
        ]}
        rows={stages.map(({ stage, kind, count, medianMs, p95Ms, meanMs }) => [
          stageWords[pipelineOfKind(kind)][stage].title,
          kindWord(kind),
          count,
          medianMs,
          p95Ms,
          meanMs,
        ])}
        write={(value, column) =>
          typeof value !== 'number' ? String(value) : column === 'count' ? formatCount(value) : formatElapsed(value)
        }
      />
    </div>
  )
}

function Failures({ failures }: Pick<Metrics, 'failures'>) {
  return (
    <div>
      <h2 className={classes.heading}>What failed, where and with which files</h2>
      <DataTable
        label="Failures"
        columns={[
          { name: 'What went wrong' },
          { name: 'While' },
          { name: 'Kind of file' },
          { name: 'count', label: 'Failures' },
        ]}
        rows={failures.map(({ reason, code, kind, count }) => [
          reasonWords(reason),
          codeWords[code],
          kindWord(kind),
          count,
        ])}
      />
    </div>
  )
}
