/** A job's progress as a thin bar: one length a stage, each in its own colour. */
import type { Job } from '../../shared/job/job.ts'
import { pipelineOf } from '../words/kinds.ts'
import { describePercent, stageArcs, stageOf } from '../words/stages.ts'
import classes from './stage-bar.module.css'

interface StageBarProps {
  readonly job: Job
  /** 0 to 100; must not fall (`useRisingPercent`). */
  readonly percent: number
  readonly label: string
}

export function StageBar({ job, percent, label }: StageBarProps) {
  const { stage, status } = job
  const arcs = stageArcs(pipelineOf(job))
  const words = stageOf(job)
  return (
    <div
      className={classes.bar}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.floor(percent)}
      aria-valuetext={describePercent(percent, words?.title ?? null)}
      data-testid="job-progress"
      data-status={status}
      data-stage={stage ?? undefined}
      style={{ gridTemplateColumns: arcs.map(({ from, to }) => `${to - from}fr`).join(' ') }}
    >
      {arcs.map(({ name, from, to }) => (
        <span key={name} data-stage={name} data-running={(status === 'processing' && name === stage) || undefined}>
          <span style={{ width: `${100 * Math.max(0, Math.min(1, (percent - from) / (to - from)))}%` }} />
        </span>
      ))}
    </div>
  )
}
