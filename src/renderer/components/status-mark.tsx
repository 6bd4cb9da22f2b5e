/** The state of a job as one sign, coloured by its stage while it runs. The words beside it say the same. */
import {
  IconAlertTriangle,
  IconCheck,
  IconCircleDashed,
  IconClockHour4,
  IconLoader2,
  IconPlayerPause,
  IconX,
} from '@tabler/icons-react'
import type { Job } from '../../shared/job/job.ts'
import classes from './status-mark.module.css'

export function StatusMark({ job }: { readonly job: Job }) {
  const Icon = iconOf(job)
  return (
    <span className={classes.mark} data-status={job.status} data-stage={job.stage ?? undefined} aria-hidden="true">
      <Icon size={18} stroke={1.9} />
    </span>
  )
}

function iconOf(job: Job): typeof IconCheck {
  switch (job.status) {
    case 'queued':
      if (job.paused) return IconPlayerPause
      return job.nextAttemptAt === null ? IconCircleDashed : IconClockHour4
    case 'processing':
      return IconLoader2
    case 'completed':
      return IconCheck
    case 'failed':
      return IconAlertTriangle
    case 'cancelled':
      return IconX
  }
}
