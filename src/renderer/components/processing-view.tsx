/** A job at work, as large as the window: ring, stages, time left, and what can be done. Shows what it is given. */
import { Button } from '@mantine/core'
import { IconCheck, IconRotateClockwise } from '@tabler/icons-react'
import { isActive, type Job } from '../../shared/job/job.ts'
import type { Route } from '../routes/route.ts'
import classes from '../screens/processing.module.css'
import { type JobCommand, orderJob } from '../stores/job-commands.ts'
import { formatBytes, formatTimeLeft } from '../words/amounts.ts'
import { pipelineOf } from '../words/kinds.ts'
import { priorityWords } from '../words/priorities.ts'
import { canBeUnlocked, isReadable, originWords, placeOfJob, placeOfOrigin } from '../words/reading.ts'
import { describeAttempt, describeNextAttempt, secondsToNextAttempt, stageOf } from '../words/stages.ts'
import { FailureNote } from './failure-note.tsx'
import { Link } from './link.tsx'
import { PasswordField } from './password-field.tsx'
import { ProgressRing } from './progress-ring.tsx'
import { StageList } from './stage-list.tsx'
import { useNow } from './use-now.ts'
import { useRisingPercent } from './use-rising-percent.ts'

interface ProcessingViewProps {
  readonly job: Job
  readonly busy: JobCommand | undefined
  /** What came earlier of the same content, to be read meanwhile. */
  readonly earlier: Route | null
  readonly onCancel: () => void
  readonly onRetry: () => void
}

export function ProcessingView({ job, busy, earlier, onCancel, onRetry }: ProcessingViewProps) {
  const percent = useRisingPercent(job)
  const active = isActive(job)
  const attempt = describeAttempt(job)
  const words = stageOf(job)
  const { origin } = job.source
  const stopped = job.status === 'failed' || job.status === 'cancelled'
  return (
    <div className={classes.page} data-testid="processing" data-status={job.status}>
      <div className={classes.head}>
        <h1 className={classes.title}>{job.source.name}</h1>
        <p className={classes.scope}>
          {formatBytes(job.source.bytes)}
          {job.options.sheet !== null && ` · sheet ${job.options.sheet}`}
          {origin !== undefined && (
            <>
              {' · '}
              <Link to={placeOfOrigin(origin)}>{originWords(origin)}</Link>
            </>
          )}
          {attempt !== null && ` · ${attempt}`}
          {active && job.priority !== 'normal' && ` · ${priorityWords[job.priority].toLowerCase()} priority`}
        </p>
      </div>
      {job.failure !== null && job.status === 'failed' && (
        <div className={classes.failure}>
          <FailureNote failure={job.failure} testId="job-error">
            {canBeUnlocked(job) && <PasswordField job={job} />}
            {job.canRetry && !canBeUnlocked(job) && (
              <Button
                leftSection={<IconRotateClockwise size={17} />}
                data-testid="retry-job"
                loading={busy === 'retry'}
                onClick={onRetry}
              >
                Retry
              </Button>
            )}
            <Link to={{ screen: 'home' }} className="mantine-active">
              <Button variant="default" component="span" tabIndex={-1}>
                Back to the start
              </Button>
            </Link>
          </FailureNote>
        </div>
      )}
      <div className={classes.work}>
        <ProgressRing
          pipeline={pipelineOf(job)}
          percent={percent}
          status={job.status}
          stage={job.stage}
          size={264}
          label={`Progress of ${job.source.name}`}
          text={`${Math.floor(percent)} percent${words === null ? '' : `, ${words.title}`}`}
        >
          <p className={classes.percent}>
            {Math.floor(percent)}
            <small>%</small>
          </p>
          <p className={classes.left}>
            <TimeLine job={job} />
          </p>
        </ProgressRing>
        <div className={classes.stages}>
          <StageList job={job} />
        </div>
      </div>
      <p className="visually-hidden" aria-live="polite">
        {announcement(job)}
      </p>
      {job.failure !== null && job.status === 'queued' && (
        <p className={classes.note} data-testid="job-setback">
          {job.failure.message} It is tried again from the step it had reached; nothing done so far is lost.
        </p>
      )}
      {earlier !== null && active && (
        <p className={classes.note}>
          {earlier.screen === 'document'
            ? 'This very file is in the library already, read.'
            : 'A story of this very file is in the library already.'}
          <Link to={earlier}>{earlier.screen === 'document' ? 'Open the earlier one' : 'Read the earlier one'}</Link>
        </p>
      )}
      {stopped && isReadable(job) && (
        <p className={classes.note} data-testid="read-so-far">
          The pages that were read can be looked at.
          <Link to={{ screen: 'document', id: job.id, page: null, find: '' }}>Open them</Link>
        </p>
      )}
      <div className={classes.actions}>
        {job.status === 'queued' && job.paused && (
          <Button loading={busy === 'resume'} onClick={() => void orderJob('resume', job.id)}>
            Resume
          </Button>
        )}
        {active && (
          <Button variant="default" data-testid="cancel-job" loading={busy === 'cancel'} onClick={onCancel}>
            Cancel
          </Button>
        )}
        {job.status === 'cancelled' && (
          <>
            {job.canRetry && (
              <Button data-testid="retry-job" loading={busy === 'retry'} onClick={onRetry}>
                Start again
              </Button>
            )}
            <Link to={{ screen: 'home' }}>Back to the start</Link>
          </>
        )}
        {job.status === 'completed' && job.pipeline === 'document' && (
          <p className={classes.success} data-testid="job-success">
            <IconCheck size={18} aria-hidden />
            The document is ready.
            <Link to={placeOfJob(job)}>Open it</Link>
          </p>
        )}
        {job.status === 'completed' && job.storyId !== null && (
          <p className={classes.success} data-testid="job-success">
            <IconCheck size={18} aria-hidden />
            The story is ready.
            <Link to={{ screen: 'story', id: job.storyId, anchor: null }}>Read it</Link>
          </p>
        )}
        {job.status === 'completed' && job.pipeline === 'story' && job.storyId === null && (
          <p>Done. Its story was deleted since.</p>
        )}
      </div>
    </div>
  )
}

/** The line inside the ring: time left when it is known, else what the job is waiting for. */
function TimeLine({ job }: { readonly job: Job }) {
  const now = useNow(job.nextAttemptAt !== null && job.status === 'queued' && !job.paused)
  switch (job.status) {
    case 'queued': {
      if (job.paused) return 'held back'
      const seconds = secondsToNextAttempt(job, now)
      return seconds === null ? 'waiting its turn' : describeNextAttempt(seconds).toLowerCase()
    }
    case 'processing':
      return job.secondsLeft === null ? '' : formatTimeLeft(job.secondsLeft)
    case 'completed':
      return 'done'
    case 'failed':
      return 'stopped'
    case 'cancelled':
      return 'cancelled'
  }
}

/** Read out when it changes: once a stage, never once a percent. */
function announcement(job: Job): string {
  switch (job.status) {
    case 'queued':
      return `${job.source.name} is waiting.`
    case 'processing':
      return `${stageOf(job)?.title ?? 'Starting'}.`
    case 'completed':
      return job.pipeline === 'document' ? 'The document is ready.' : 'The story is ready.'
    case 'cancelled':
      return 'Cancelled.'
    case 'failed':
      return ''
  }
}
