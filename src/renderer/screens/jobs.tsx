/** The queue: what runs, what waits and in which order, what has ended; and what can be done about it. */
import { Button } from '@mantine/core'
import { useCallback } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { plural } from '../../shared/format/words.ts'
import type { JobStatus } from '../../shared/job/job.ts'
import type { QueueState } from '../../shared/job/queue.ts'
import { Choices } from '../components/choices.tsx'
import { EmptyNote } from '../components/empty-note.tsx'
import { FailureNote } from '../components/failure-note.tsx'
import { chooseFile } from '../components/file-picker.tsx'
import { IncomingRow } from '../components/incoming-row.tsx'
import { Link } from '../components/link.tsx'
import { QueueActions } from '../components/queue-actions.tsx'
import { QueueList } from '../components/queue-list.tsx'
import { QueuePaused } from '../components/queue-paused.tsx'
import { SearchField } from '../components/search-field.tsx'
import { useTitle } from '../components/use-title.ts'
import { type JobList, useJobs } from '../queries/jobs.ts'
import { useQueue } from '../queries/queue.ts'
import { replaceRoute } from '../routes/navigation.ts'
import { allJobs, type JobsShown, jobsShown, usualMetrics } from '../routes/route.ts'
import { useIncoming } from '../stores/incoming.ts'
import { formatCount } from '../words/amounts.ts'
import classes from './list-screen.module.css'

const shownWords: Record<JobsShown, { readonly label: string; readonly statuses: readonly JobStatus[] }> = {
  all: { label: 'All', statuses: [] },
  running: { label: 'Running', statuses: ['processing'] },
  waiting: { label: 'Waiting', statuses: ['queued'] },
  completed: { label: 'Completed', statuses: ['completed'] },
  failed: { label: 'Failed', statuses: ['failed'] },
  cancelled: { label: 'Cancelled', statuses: ['cancelled'] },
}

interface JobsScreenProps {
  readonly show: JobsShown
  readonly search: string
}

export function JobsScreen({ show, search }: JobsScreenProps) {
  useTitle('Jobs')
  const list = useJobs({ statuses: shownWords[show].statuses, search })
  const incoming = useIncoming(useShallow((state) => Object.values(state.entries)))
  const queue = useQueue()
  const { total, failure } = list
  const filtered = show !== 'all' || search !== ''
  const nothing = total === 0 && incoming.length === 0
  const look = useCallback((wanted: string) => replaceRoute({ screen: 'jobs', show, search: wanted }), [show])
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1 className={classes.title}>Jobs</h1>
        <p className={classes.count} aria-live="polite">
          {total !== null && total > 0 && `${formatCount(total)} ${plural(total, 'job')}${filtered ? ' found' : ''}`}
        </p>
        <Link to={usualMetrics} className={classes.aside}>
          Metrics
        </Link>
        {!(nothing && !filtered) && <QueueActions />}
      </div>
      <QueuePaused />
      {!(nothing && !filtered) && (
        <search className={classes.tools}>
          <Choices
            label="Which jobs"
            chosen={show}
            choices={jobsShown.map((key) => ({
              key,
              label: shownWords[key].label,
              count: countOf(key, queue),
              to: { screen: 'jobs', show: key, search },
            }))}
          />
          <SearchField
            label="Search jobs by file name"
            placeholder="Search file names"
            search={search}
            onSearch={look}
            testId="jobs-search"
          />
        </search>
      )}
      {failure !== null && (
        <FailureNote failure={failure}>
          <Button onClick={list.reload}>Try again</Button>
        </FailureNote>
      )}
      {incoming.length > 0 && (
        <section aria-label="On their way in" className={classes.panel}>
          {incoming.map((entry) => (
            <IncomingRow key={entry.key} entry={entry} />
          ))}
        </section>
      )}
      {nothing && !filtered && (
        <EmptyNote title="Nothing has been worked on yet" text="Each file you drop becomes a job, and is listed here.">
          <Button onClick={chooseFile}>Choose a file</Button>
        </EmptyNote>
      )}
      {total === 0 && filtered && !list.stale && <NothingFound show={show} search={search} />}
      {(total === null || total > 0) && failure === null && (
        <QueueList list={list} firstWaiting={firstWaiting(show, search, list, queue)} />
      )}
    </div>
  )
}

function NothingFound({ show, search }: JobsScreenProps) {
  const kind = show === 'all' ? 'job' : `${shownWords[show].label.toLowerCase()} job`
  return (
    <EmptyNote
      title={search === '' ? `No ${kind}` : `No ${kind} called “${search}”`}
      text={search === '' ? 'There is none in this state now.' : 'The search looks in the names of the files.'}
    >
      <Button variant="default" onClick={() => replaceRoute(allJobs)}>
        Show all jobs
      </Button>
    </EmptyNote>
  )
}

function countOf(show: JobsShown, queue: QueueState | null): number | null {
  switch (show) {
    case 'running':
      return queue?.processing ?? null
    case 'waiting':
      return queue?.queued ?? null
    case 'failed':
      return queue?.failed ?? null
    case 'all':
    case 'completed':
    case 'cancelled':
      return null
  }
}

/** The place of the first waiting job: after those that run. Only a list that holds all of them can tell. */
function firstWaiting(show: JobsShown, search: string, list: JobList, queue: QueueState | null): number | null {
  if (search !== '' || list.stale || queue === null) return null
  if (show === 'waiting') return 0
  return show === 'all' ? queue.processing : null
}
