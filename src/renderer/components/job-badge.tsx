/** A job in one line: ring, name, what is happening, what can be done about it. */
import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconRotateClockwise, IconX } from '@tabler/icons-react'
import type { Job } from '../../shared/job/job.ts'
import type { Route } from '../routes/route.ts'
import { commandJob, isActive, useJobs } from '../stores/jobs.ts'
import { tellFailure } from '../stores/notices.ts'
import { formatBytes, formatElapsed, formatMoment, formatTimeLeft } from '../text/amounts.ts'
import { describeJob, describeUnits } from '../text/stages.ts'
import classes from './job-badge.module.css'
import { Link } from './link.tsx'
import { ProgressRing } from './progress-ring.tsx'
import { useRisingPercent } from './use-rising-percent.ts'

async function command(name: 'cancel' | 'retry', id: string): Promise<void> {
  const failure = await commandJob(name, id)
  if (failure !== null) tellFailure(failure)
}

export function JobBadge({ job, now }: { readonly job: Job; readonly now: Date }) {
  const percent = useRisingPercent(job)
  const busy = useJobs((state) => state.busy[job.id])
  const active = isActive(job)
  const name = job.source.name
  const to: Route =
    job.storyId !== null && job.status === 'completed'
      ? { screen: 'story', id: job.storyId, anchor: null }
      : { screen: 'job', id: job.id }
  return (
    <article className={classes.badge} data-testid="job-badge" data-status={job.status} aria-label={name}>
      <ProgressRing
        pipeline={job.pipeline}
        percent={percent}
        status={job.status}
        stage={job.stage}
        size={34}
        compact
        label={`Progress of ${name}`}
      />
      <div className={classes.text}>
        <Link to={to} className={classes.name}>
          {name}
        </Link>
        <p className={classes.state}>{stateLine(job)}</p>
      </div>
      <p className={classes.side}>{sideLine(job, percent, now)}</p>
      <div className={classes.actions}>
        {active && (
          <Tooltip label="Cancel">
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={`Cancel ${name}`}
              data-testid="cancel-job"
              loading={busy === 'cancel'}
              onClick={() => void command('cancel', job.id)}
            >
              <IconX size={18} />
            </ActionIcon>
          </Tooltip>
        )}
        {job.canRetry && !active && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconRotateClockwise size={14} />}
            aria-label={`Retry ${name}`}
            data-testid="retry-job"
            loading={busy === 'retry'}
            onClick={() => void command('retry', job.id)}
          >
            Retry
          </Button>
        )}
      </div>
    </article>
  )
}

function stateLine(job: Job): string {
  const units = job.status === 'processing' ? describeUnits(job.units) : null
  return units === null ? describeJob(job) : `${describeJob(job)} · ${units}`
}

function sideLine(job: Job, percent: number, now: Date): string {
  if (isActive(job)) {
    const share = `${Math.floor(percent)}%`
    return job.secondsLeft === null ? share : `${share} · ${formatTimeLeft(job.secondsLeft)}`
  }
  const moment = formatMoment(job.finishedAt ?? job.createdAt, now)
  if (job.status !== 'completed' || job.startedAt === null || job.finishedAt === null) {
    return `${formatBytes(job.source.bytes)} · ${moment}`
  }
  return `${formatElapsed(Date.parse(job.finishedAt) - Date.parse(job.startedAt))} · ${moment}`
}
