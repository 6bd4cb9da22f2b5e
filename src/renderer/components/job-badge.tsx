/** A job in one line: its state, name, what is happening, how far it is, and what can be done about it. */
import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconLockOpen, IconRotateClockwise, IconX } from '@tabler/icons-react'
import { isActive, type Job } from '../../shared/job/job.ts'
import { hrefOf } from '../routes/route.ts'
import { orderJob, useBusy } from '../stores/job-commands.ts'
import { currentTexts, useTexts } from '../stores/language.ts'
import { formatBytes, formatElapsed, formatMoment, formatTimeLeft } from '../words/amounts.ts'
import { priorityWords } from '../words/priorities.ts'
import { canBeUnlocked, originWords, placeOfJob } from '../words/reading.ts'
import { describeAttempt, describeJob, describeUnits } from '../words/stages.ts'
import classes from './job-badge.module.css'
import { hasMenu, JobMenu } from './job-menu.tsx'
import { Link } from './link.tsx'
import { StageBar } from './stage-bar.tsx'
import { StatusMark } from './status-mark.tsx'
import { useNow } from './use-now.ts'
import { useRisingPercent } from './use-rising-percent.ts'

interface JobBadgeProps {
  readonly job: Job
  /** The present, for moments of the past. */
  readonly now: Date
  /** Where it stands in line: 1 is next. Unknown where the list is filtered. */
  readonly turn?: number | null
}

export function JobBadge({ job, now, turn = null }: JobBadgeProps) {
  const texts = useTexts()
  const percent = useRisingPercent(job)
  const busy = useBusy(job.id)
  const counting = job.status === 'queued' && job.nextAttemptAt !== null && !job.paused
  const second = useNow(counting)
  const active = isActive(job)
  const { name } = job.source
  const begun = active && (job.status === 'processing' || percent > 0)
  return (
    <article
      className={classes.badge}
      data-testid="job-badge"
      data-job={job.id}
      data-status={job.status}
      data-paused={job.paused || undefined}
      aria-label={name}
    >
      <StatusMark job={job} />
      <div className={classes.text}>
        <p className={classes.head}>
          <Link to={placeOfJob(job)} className={classes.name}>
            {name}
          </Link>
          {active && job.priority !== 'normal' && (
            <span className={classes.priority} data-priority={job.priority}>
              {priorityWords(job.priority)}
              <span className="visually-hidden"> {texts.jobs.priority}</span>
            </span>
          )}
        </p>
        <p className={classes.state} title={job.failure?.message}>
          {stateLine(job, second, turn)}
        </p>
      </div>
      <p className={classes.side}>{sideLine(job, percent, now)}</p>
      <div className={classes.actions}>
        {canBeUnlocked(job) && (
          <Button
            component="a"
            href={hrefOf({ screen: 'job', id: job.id })}
            variant="default"
            size="compact-sm"
            leftSection={<IconLockOpen size={14} />}
            aria-label={texts.jobs.enterPassword({ name })}
          >
            {texts.jobs.password}
          </Button>
        )}
        {job.canRetry && !active && !canBeUnlocked(job) && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconRotateClockwise size={14} />}
            aria-label={texts.common.retryNamed({ name })}
            data-testid="retry-job"
            loading={busy === 'retry'}
            onClick={() => void orderJob('retry', job.id)}
          >
            {texts.jobs.retry}
          </Button>
        )}
        {hasMenu(job) && <JobMenu job={job} />}
        {active && (
          <Tooltip label={texts.jobs.cancel}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={texts.common.cancelNamed({ name })}
              data-testid="cancel-job"
              loading={busy === 'cancel'}
              onClick={() => void orderJob('cancel', job.id)}
            >
              <IconX size={18} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {begun && (
        <div className={classes.bar}>
          <StageBar job={job} percent={percent} label={texts.jobs.progressOf({ name })} />
        </div>
      )}
    </article>
  )
}

function stateLine(job: Job, now: number, turn: number | null): string {
  const waits = job.status === 'queued' && !job.paused && job.nextAttemptAt === null
  const state = waits && turn !== null ? describeTurn(turn) : describeJob(job, now)
  const units = job.status === 'processing' ? describeUnits(job.units) : null
  const origin = job.source.origin === undefined ? null : originWords(job.source.origin)
  return [state, units, describeAttempt(job), origin].filter((part) => part !== null).join(' · ')
}

function describeTurn(turn: number): string {
  const texts = currentTexts()
  return turn === 1 ? texts.jobs.nextInLine : texts.jobs.turn({ turn })
}

function sideLine(job: Job, percent: number, now: Date): string {
  const texts = currentTexts()
  if (job.status === 'processing' || (job.status === 'queued' && percent > 0)) {
    const share = texts.jobs.percent({ percent: Math.floor(percent) })
    return job.secondsLeft === null ? share : `${share} · ${formatTimeLeft(job.secondsLeft)}`
  }
  const moment = formatMoment(job.finishedAt ?? job.createdAt, now)
  if (job.status !== 'completed' || job.startedAt === null || job.finishedAt === null) {
    return `${formatBytes(job.source.bytes)} · ${moment}`
  }
  return `${formatElapsed(Date.parse(job.finishedAt) - Date.parse(job.startedAt))} · ${moment}`
}
