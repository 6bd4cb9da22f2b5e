/** Every job, newest first: what it is doing or how it ended, and what can be done about it. */
import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { plural } from '../../shared/format/words.ts'
import type { Job } from '../../shared/job/job.ts'
import { EmptyNote } from '../components/empty-note.tsx'
import { FailureNote } from '../components/failure-note.tsx'
import { chooseFile } from '../components/file-picker.tsx'
import { IncomingRow } from '../components/incoming-row.tsx'
import { JobBadge } from '../components/job-badge.tsx'
import { useNow } from '../components/use-now.ts'
import { useTitle } from '../components/use-title.ts'
import { useIncoming } from '../stores/incoming.ts'
import { isActive, loadJobs, loadMoreJobs, useJobs } from '../stores/jobs.ts'
import { formatCount } from '../text/amounts.ts'
import classes from './list-screen.module.css'

export function JobsScreen() {
  useTitle('Jobs')
  const jobs = useJobs(
    useShallow((state) => state.order?.map((id) => state.byId[id]).filter((job) => job !== undefined) ?? null),
  )
  const total = useJobs((state) => state.total)
  const failure = useJobs((state) => state.listFailure)
  const incoming = useIncoming(useShallow((state) => Object.values(state.entries)))
  const now = useNow(true, 30_000)
  useEffect(() => {
    if (useJobs.getState().order === null) void loadJobs()
  }, [])
  const active = jobs?.filter(isActive) ?? []
  const ended = jobs?.filter((job) => !isActive(job)) ?? []
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1 className={classes.title}>Jobs</h1>
        {jobs !== null && jobs.length > 0 && (
          <p className={classes.count}>
            {formatCount(total)} {plural(total, 'job')}
          </p>
        )}
      </div>
      {failure !== null && (
        <FailureNote failure={failure}>
          <Button onClick={() => void loadJobs()}>Try again</Button>
        </FailureNote>
      )}
      {jobs !== null && jobs.length + incoming.length === 0 && (
        <EmptyNote title="Nothing has been worked on yet" text="Each file you drop becomes a job, and is listed here.">
          <Button onClick={chooseFile}>Choose a file</Button>
        </EmptyNote>
      )}
      {active.length + incoming.length > 0 && (
        <JobGroup title="In progress" jobs={active} now={now}>
          {incoming.map((entry) => (
            <IncomingRow key={entry.key} entry={entry} />
          ))}
        </JobGroup>
      )}
      {ended.length > 0 && <JobGroup title="Ended" jobs={ended} now={now} />}
      {jobs !== null && jobs.length < total && (
        <Button variant="default" onClick={() => void loadMoreJobs()}>
          Show older jobs
        </Button>
      )}
    </div>
  )
}

interface JobGroupProps {
  readonly title: string
  readonly jobs: readonly Job[]
  readonly now: number
  readonly children?: React.ReactNode
}

function JobGroup({ title, jobs, now, children }: JobGroupProps) {
  return (
    <section aria-label={title}>
      <h2 className={classes.groupTitle}>{title}</h2>
      <div className={classes.panel}>
        {jobs.map((job) => (
          <JobBadge key={job.id} job={job} now={new Date(now)} />
        ))}
        {children}
      </div>
    </section>
  )
}
