/** The queue: what runs, what waits and in which order, what has ended; and what can be done about it. */
import { Button } from '@mantine/core'
import { useCallback } from 'react'
import { useShallow } from 'zustand/react/shallow'
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
import { useTexts } from '../stores/language.ts'
import classes from './list-screen.module.css'

const statusesOf: Record<JobsShown, readonly JobStatus[]> = {
  all: [],
  running: ['processing'],
  waiting: ['queued'],
  completed: ['completed'],
  failed: ['failed'],
  cancelled: ['cancelled'],
}

interface JobsScreenProps {
  readonly show: JobsShown
  readonly search: string
}

export function JobsScreen({ show, search }: JobsScreenProps) {
  const texts = useTexts()
  useTitle(texts.jobs.jobs)
  const list = useJobs({ statuses: statusesOf[show], search })
  const incoming = useIncoming(useShallow((state) => Object.values(state.entries)))
  const queue = useQueue()
  const { total, failure } = list
  const filtered = show !== 'all' || search !== ''
  const nothing = total === 0 && incoming.length === 0
  const look = useCallback((wanted: string) => replaceRoute({ screen: 'jobs', show, search: wanted }), [show])
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1 className={classes.title}>{texts.jobs.jobs}</h1>
        <p className={classes.count} aria-live="polite">
          {total !== null && total > 0 && (filtered ? texts.jobs.found({ total }) : texts.jobs.count({ total }))}
        </p>
        <Link to={usualMetrics} className={classes.aside}>
          {texts.jobs.metrics}
        </Link>
        {!(nothing && !filtered) && <QueueActions />}
      </div>
      <QueuePaused />
      {!(nothing && !filtered) && (
        <search className={classes.tools}>
          <Choices
            label={texts.jobs.whichJobs}
            chosen={show}
            choices={jobsShown.map((key) => ({
              key,
              label: texts.jobs.shown[key],
              count: countOf(key, queue),
              to: { screen: 'jobs', show: key, search },
            }))}
          />
          <SearchField
            label={texts.jobs.searchJobsByFileName}
            placeholder={texts.jobs.searchFileNames}
            search={search}
            onSearch={look}
            testId="jobs-search"
          />
        </search>
      )}
      {failure !== null && (
        <FailureNote failure={failure}>
          <Button onClick={list.reload}>{texts.jobs.tryAgain}</Button>
        </FailureNote>
      )}
      {incoming.length > 0 && (
        <section aria-label={texts.jobs.onTheirWayIn} className={classes.panel}>
          {incoming.map((entry) => (
            <IncomingRow key={entry.key} entry={entry} />
          ))}
        </section>
      )}
      {nothing && !filtered && (
        <EmptyNote title={texts.jobs.nothingHasBeenWorkedOn} text={texts.jobs.eachFileYouDropBecomes}>
          <Button onClick={chooseFile}>{texts.jobs.chooseAFile}</Button>
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
  const texts = useTexts()
  return (
    <EmptyNote
      title={search === '' ? texts.jobs.none({ show }) : texts.jobs.noneCalled({ show, search })}
      text={search === '' ? texts.jobs.thereIsNoneInThis : texts.jobs.theSearchLooksInThe}
    >
      <Button variant="default" onClick={() => replaceRoute(allJobs)}>
        {texts.jobs.showAllJobs}
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
