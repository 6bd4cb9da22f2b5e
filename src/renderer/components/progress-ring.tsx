/** A job's progress as a ring of light: one arc a stage, each in its own colour. */
import type { Job } from '../../shared/job/job.ts'
import { stageArcs } from '../words/stages.ts'
import classes from './progress-ring.module.css'

interface ProgressRingProps {
  readonly pipeline: Job['pipeline']
  /** 0 to 100. */
  readonly percent: number
  readonly status: Job['status']
  /** The stage running, whose arc breathes. */
  readonly stage: Job['stage']
  /** The small ring of a list has no figure in it. */
  readonly size: number
  readonly compact?: boolean
  readonly label: string
  readonly text?: string
  readonly children?: React.ReactNode
}

const gap = 1.1

/** `role=progressbar`; the percentage given must not fall (`useRisingPercent`). */
export function ProgressRing(props: ProgressRingProps) {
  const { pipeline, percent, status, stage, size, compact = false, label, text, children } = props
  const width = compact ? 3 : 7
  const radius = 50 - width
  return (
    <div
      className={classes.ring}
      style={{ width: size, height: size }}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.floor(percent)}
      {...(text === undefined ? {} : { 'aria-valuetext': text })}
      data-testid="job-progress"
      data-status={status}
      data-compact={compact || undefined}
    >
      <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
        {stageArcs(pipeline).map((arc) => {
          const length = arc.to - arc.from - gap
          const filled = Math.max(0, Math.min(1, (percent - arc.from) / (arc.to - arc.from))) * length
          const shared = {
            cx: 50,
            cy: 50,
            r: radius,
            fill: 'none',
            strokeWidth: compact ? width * 3 : width,
            pathLength: 100,
            transform: `rotate(${-90 + (arc.from + gap / 2) * 3.6} 50 50)`,
          }
          return (
            <g
              key={arc.name}
              data-stage={arc.name}
              data-running={(status === 'processing' && arc.name === stage) || undefined}
            >
              <circle {...shared} className={classes.track} strokeDasharray={`${length} 100`} />
              <circle {...shared} className={classes.fill} strokeDasharray={`${filled} 100`} />
            </g>
          )
        })}
      </svg>
      {children !== undefined && <div className={classes.center}>{children}</div>}
    </div>
  )
}
