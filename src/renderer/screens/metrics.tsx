/** How the queue has done: what succeeded, how long it took, what waited, what failed and why. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
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
import { currentTexts, useTexts } from '../stores/language.ts'
import { formatCount, formatElapsed } from '../words/amounts.ts'
import { codeWords, kindWords, reasonWords } from '../words/failure-words.ts'
import { pipelineOfKind } from '../words/kinds.ts'
import { failureKindsChart, failureReasonsChart, queueDepthChart, stageTimesChart } from '../words/metrics-charts.ts'
import { stageWords } from '../words/stages.ts'
import listClasses from './list-screen.module.css'
import classes from './metrics.module.css'

const ChartFigure = lazy(() => import('../charts/chart-figure.tsx').then((module) => ({ default: module.ChartFigure })))

export function MetricsScreen({ days }: { readonly days: MetricsDays }) {
  const texts = useTexts()
  useTitle(texts.metrics.metrics)
  const query = useQuery(metricsQuery(days))
  const loaded = loadedOf(query)
  return (
    <div className={listClasses.page}>
      <div className={listClasses.head}>
        <h1 className={listClasses.title}>{texts.metrics.metrics}</h1>
        <Link to={allJobs} className={listClasses.aside}>
          {texts.metrics.jobs}
        </Link>
        <div className={classes.period}>
          <Choices
            label={texts.metrics.period}
            chosen={String(days)}
            choices={metricsPeriods.map((one) => ({
              key: String(one),
              label: texts.metrics.periods[one],
              to: { screen: 'metrics', days: one },
            }))}
          />
        </div>
      </div>
      {loaded.state === 'failed' && (
        <FailureNote failure={loaded.failure}>
          <Button onClick={() => void query.refetch()}>{texts.metrics.tryAgain}</Button>
        </FailureNote>
      )}
      {loaded.state === 'ready' && (
        <Shown {...loaded.value} refreshing={query.isFetching} stale={loaded.value.days !== days} />
      )}
      {loaded.state === 'loading' && (
        <div className={classes.ghost} role="status" aria-label={texts.metrics.counting} />
      )}
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
  const texts = useTexts()
  return (
    <div className={classes.body} aria-busy={refreshing} data-stale={stale || undefined}>
      {isEmpty(metrics) ? (
        <EmptyNote title={texts.metrics.nothingToMeasureYet} text={texts.metrics.nothingWorkedOn({ days })}>
          <Button onClick={chooseFile}>{texts.metrics.chooseAFile}</Button>
        </EmptyNote>
      ) : (
        <Figures metrics={metrics} days={days} />
      )}
      <section aria-labelledby="on-disk" className={classes.disk}>
        <h2 id="on-disk" className={classes.heading}>
          {texts.metrics.sizeOnDisk}
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
  const texts = useTexts()
  const { jobs, successRate, waiting, running, automaticRetries, manualRetries, recoveries } = metrics
  const ended = jobs.completed + jobs.failed
  return (
    <dl className={classes.summary} data-testid="metrics-summary">
      <Figure
        name={texts.metrics.successRate}
        value={successRate === null ? '–' : formatShare(successRate)}
        testId="success-rate"
      >
        {ended === 0
          ? texts.metrics.noJobHasCompletedOr
          : texts.metrics.completedOf({ completed: jobs.completed, ended })}
      </Figure>
      <Figure name={texts.metrics.fromStartToEnd} value={typical(running)}>
        {spread(running)}
      </Figure>
      <Figure name={texts.metrics.waitingToBegin} value={typical(waiting)}>
        {spread(waiting)}
      </Figure>
      <Figure name={texts.metrics.jobsCreated} value={formatCount(jobs.created)} testId="jobs-created">
        {texts.metrics.failedCancelled({ failed: jobs.failed, cancelled: jobs.cancelled })}
      </Figure>
      <Figure name={texts.metrics.triedAgain} value={formatCount(automaticRetries + manualRetries)}>
        {texts.metrics.retries({ automatic: automaticRetries, manual: manualRetries })}
      </Figure>
      <Figure name={texts.metrics.recovered} value={formatCount(recoveries)}>
        {texts.metrics.jobsTakenUpAgainAfter}
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
  const texts = currentTexts()
  const digits = share < 1 && share > 0.99 ? 1 : 0
  const percent = Math.min(100, Math.floor(share * 1000) / 10)
  return texts.metrics.percent({
    percent: percent.toLocaleString(texts.locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  })
}

function typical({ medianMs }: Duration): string {
  return medianMs === null ? '–' : formatElapsed(medianMs)
}

function spread({ p95Ms, count }: Duration): string {
  const texts = currentTexts()
  if (p95Ms === null) return texts.metrics.nothingToMeasureYet
  return count < 20 ? texts.metrics.middleOf({ count }) : texts.metrics.halfTakeLess({ time: formatElapsed(p95Ms) })
}

function StageTimes({ stages }: Pick<Metrics, 'stages'>) {
  const texts = useTexts()
  return (
    <div>
      <h2 className={classes.heading}>{texts.metrics.timeByStageAndKind}</h2>
      <DataTable
        label={texts.metrics.timeByStageAndKind}
        columns={[
          { name: 'stage', label: texts.metrics.stage },
          { name: 'kind', label: texts.metrics.kindOfFile },
          { name: 'count', label: texts.metrics.timesRun },
          { name: 'median', label: texts.metrics.median },
          { name: 'p95', label: texts.metrics.n95In100Under },
          { name: 'mean', label: texts.metrics.mean },
        ]}
        rows={stages.map(({ stage, kind, count, medianMs, p95Ms, meanMs }) => [
          stageWords(pipelineOfKind(kind), stage).title,
          kindWords(kind),
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
  const texts = useTexts()
  return (
    <div>
      <h2 className={classes.heading}>{texts.metrics.whatFailedWhereAndWith}</h2>
      <DataTable
        label={texts.metrics.failures}
        columns={[
          { name: 'reason', label: texts.metrics.whatWentWrong },
          { name: 'while', label: texts.metrics.while },
          { name: 'kind', label: texts.metrics.kindOfFile },
          { name: 'count', label: texts.metrics.failures },
        ]}
        rows={failures.map(({ reason, code, kind, count }) => [
          reasonWords(reason),
          codeWords(code),
          kindWords(kind),
          count,
        ])}
      />
    </div>
  )
}
