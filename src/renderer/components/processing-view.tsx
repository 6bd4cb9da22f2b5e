/** A job at work, as large as the window: ring, stages, time left, and what can be done. Shows what it is given. */
import { Button } from '@mantine/core'
import { IconCheck, IconRotateClockwise } from '@tabler/icons-react'
import { isActive, type Job } from '../../shared/job/job.ts'
import type { FirstFacts } from '../../shared/story/first-facts.ts'
import type { Route } from '../routes/route.ts'
import classes from '../screens/processing.module.css'
import { type JobCommand, orderJob } from '../stores/job-commands.ts'
import { currentTexts, useTexts } from '../stores/language.ts'
import { formatBytes, formatTimeLeft } from '../words/amounts.ts'
import { pipelineOf } from '../words/kinds.ts'
import { priorityWords } from '../words/priorities.ts'
import { canBeUnlocked, isReadable, originWords, placeOfJob, placeOfOrigin } from '../words/reading.ts'
import {
  describeAttempt,
  describeNextAttempt,
  describePercent,
  secondsToNextAttempt,
  stageOf,
} from '../words/stages.ts'
import { FailureNote } from './failure-note.tsx'
import { FirstFactsPanel } from './first-facts.tsx'
import { Link } from './link.tsx'
import { PasswordField } from './password-field.tsx'
import { ProgressRing } from './progress-ring.tsx'
import { StageList } from './stage-list.tsx'
import { useNow } from './use-now.ts'
import { useRisingPercent } from './use-rising-percent.ts'

interface ProcessingViewProps {
  readonly job: Job
  readonly busy: JobCommand | undefined
  /** What is known of its tables already. */
  readonly facts: FirstFacts | null
  /** What came earlier of the same content, to be read meanwhile. */
  readonly earlier: Route | null
  readonly onCancel: () => void
  readonly onRetry: () => void
}

export function ProcessingView({ job, busy, facts, earlier, onCancel, onRetry }: ProcessingViewProps) {
  const texts = useTexts()
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
          {job.options.sheet !== null && ` · ${texts.processing.sheet({ name: job.options.sheet })}`}
          {origin !== undefined && (
            <>
              {' · '}
              <Link to={placeOfOrigin(origin)}>{originWords(origin)}</Link>
            </>
          )}
          {attempt !== null && ` · ${attempt}`}
          {active &&
            job.priority !== 'normal' &&
            ` · ${texts.processing.priority({ priority: priorityWords(job.priority).toLowerCase() })}`}
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
                {texts.processing.retry}
              </Button>
            )}
            <Link to={{ screen: 'home' }} className="mantine-active">
              <Button variant="default" component="span" tabIndex={-1}>
                {texts.processing.backToTheStart}
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
          label={texts.jobs.progressOf({ name: job.source.name })}
          text={describePercent(percent, words?.title ?? null)}
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
          {job.failure.message} {texts.processing.triedAgain}
        </p>
      )}
      {earlier !== null && active && (
        <p className={classes.note}>
          {earlier.screen === 'document' ? texts.processing.thisVeryFileIsIn : texts.processing.aStoryOfThisVery}
          <Link to={earlier}>
            {earlier.screen === 'document' ? texts.processing.openTheEarlierOne : texts.processing.readTheEarlierOne}
          </Link>
        </p>
      )}
      {stopped && isReadable(job) && (
        <p className={classes.note} data-testid="read-so-far">
          {texts.processing.thePagesThatWereRead}
          <Link to={{ screen: 'document', id: job.id, page: null, find: '' }}>{texts.processing.openThem}</Link>
        </p>
      )}
      <div className={classes.actions}>
        {job.status === 'queued' && job.paused && (
          <Button loading={busy === 'resume'} onClick={() => void orderJob('resume', job.id)}>
            {texts.processing.resume}
          </Button>
        )}
        {active && (
          <Button variant="default" data-testid="cancel-job" loading={busy === 'cancel'} onClick={onCancel}>
            {texts.processing.cancel}
          </Button>
        )}
        {job.status === 'cancelled' && (
          <>
            {job.canRetry && (
              <Button data-testid="retry-job" loading={busy === 'retry'} onClick={onRetry}>
                {texts.processing.startAgain}
              </Button>
            )}
            <Link to={{ screen: 'home' }}>{texts.processing.backToTheStart}</Link>
          </>
        )}
        {job.status === 'completed' && job.pipeline === 'document' && (
          <p className={classes.success} data-testid="job-success">
            <IconCheck size={18} aria-hidden />
            {texts.processing.theDocumentIsReady}
            <Link to={placeOfJob(job)}>{texts.processing.openIt}</Link>
          </p>
        )}
        {job.status === 'completed' && job.storyId !== null && (
          <p className={classes.success} data-testid="job-success">
            <IconCheck size={18} aria-hidden />
            {texts.processing.theStoryIsReady}
            <Link to={{ screen: 'story', id: job.storyId, anchor: null }}>{texts.processing.readIt}</Link>
          </p>
        )}
        {job.status === 'completed' && job.pipeline === 'story' && job.storyId === null && (
          <p>{texts.processing.doneItsStoryWasDeleted}</p>
        )}
      </div>
      {/* Below the actions, so that nothing moves under the pointer when it comes. */}
      {active && facts !== null && <FirstFactsPanel facts={facts} />}
    </div>
  )
}

/** The line inside the ring: time left when it is known, else what the job is waiting for. */
function TimeLine({ job }: { readonly job: Job }) {
  const texts = useTexts()
  const now = useNow(job.nextAttemptAt !== null && job.status === 'queued' && !job.paused)
  switch (job.status) {
    case 'queued': {
      if (job.paused) return texts.processing.heldBack
      const seconds = secondsToNextAttempt(job, now)
      return seconds === null ? texts.processing.waitingItsTurn : describeNextAttempt(seconds).toLowerCase()
    }
    case 'processing':
      return job.secondsLeft === null ? '' : formatTimeLeft(job.secondsLeft)
    case 'completed':
      return texts.processing.done
    case 'failed':
      return texts.processing.stopped
    case 'cancelled':
      return texts.processing.cancelledLower
  }
}

/** Read out when it changes: once a stage, never once a percent. */
function announcement(job: Job): string {
  const texts = currentTexts()
  switch (job.status) {
    case 'queued':
      return texts.processing.waiting({ name: job.source.name })
    case 'processing':
      return texts.processing.stage({ stage: stageOf(job)?.title ?? texts.stages.starting })
    case 'completed':
      return job.pipeline === 'document' ? texts.processing.theDocumentIsReady : texts.processing.theStoryIsReady
    case 'cancelled':
      return texts.processing.cancelled
    case 'failed':
      return ''
  }
}
