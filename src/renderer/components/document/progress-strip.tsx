/** While a document is still being read: how far it is, how long it takes, and how to stop it; what went wrong. */
import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { DocumentView } from '../../../shared/document/reading.ts'
import { isActive } from '../../../shared/job/job.ts'
import { useKnownJob } from '../../queries/jobs.ts'
import { orderJob, useBusy } from '../../stores/job-commands.ts'
import { useTexts } from '../../stores/language.ts'
import { describeReading } from '../../words/document-words.ts'
import { canBeUnlocked } from '../../words/reading.ts'
import { Link } from '../link.tsx'
import { useNow } from '../use-now.ts'
import { useRisingPercent } from '../use-rising-percent.ts'
import classes from './progress-strip.module.css'

export function ProgressStrip({ view }: { readonly view: DocumentView }) {
  const texts = useTexts()
  const job = useKnownJob(view.id) ?? null
  const busy = useBusy(view.id)
  const counting = job !== null && job.status === 'queued' && job.nextAttemptAt !== null
  const now = useNow(counting)
  const status = job?.status ?? view.status
  const percent = useRisingPercent(job ?? { id: view.id, attempt: 0, percent: 0, status: view.status })
  const line = describeReading({ ...view, status }, job, now)
  if (status === 'completed' || (line === null && status !== 'failed')) {
    return (
      <p className="visually-hidden" role="status">
        {status === 'completed' ? texts.documents.theWholeDocumentIsRead : ''}
      </p>
    )
  }
  const failure = status === 'failed' ? (view.failure ?? job?.failure ?? null) : null
  const retry = job?.canRetry !== false && (
    <Button
      size="compact-xs"
      variant="light"
      data-testid="retry-job"
      loading={busy === 'retry'}
      onClick={() => void orderJob('retry', view.id)}
    >
      {status === 'failed' ? texts.documents.retry : texts.documents.goOn}
    </Button>
  )
  const isLocked = job !== null && canBeUnlocked(job)
  if (failure !== null) {
    return (
      <div
        className={classes.strip}
        data-print="hide"
        role="alert"
        data-testid="document-job-failed"
        data-status={status}
      >
        <IconAlertTriangle size={17} className={classes.alert} aria-hidden />
        <p className={classes.words}>
          <strong>{failure.message}</strong> {line ?? failure.hint}
        </p>
        {!isLocked && retry}
        <Link to={{ screen: 'job', id: view.id }} className={classes.link}>
          {isLocked ? texts.documents.enterThePassword : texts.documents.whatHappened}
        </Link>
      </div>
    )
  }
  return (
    <div className={classes.strip} data-print="hide" data-testid="reading-progress" data-status={status}>
      <p className={classes.words}>{line}</p>
      {job !== null && isActive(job) && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          data-testid="cancel-job"
          loading={busy === 'cancel'}
          onClick={() => void orderJob('cancel', view.id)}
        >
          {texts.documents.cancel}
        </Button>
      )}
      {status === 'cancelled' && retry}
      {status !== 'cancelled' && (
        <div
          className={classes.track}
          role="progressbar"
          aria-label={texts.documents.readingNamed({ title: view.title })}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.floor(percent)}
          aria-valuetext={line ?? ''}
        >
          <span style={{ width: `${percent}%` }} />
        </div>
      )}
    </div>
  )
}
