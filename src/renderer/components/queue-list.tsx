/** Jobs in the order of the queue, drawn only where they are in sight, walked through with the arrow keys. */
import { useMediaQuery } from '@mantine/hooks'
import { memo, useEffect, useRef } from 'react'
import { isActive, type Job } from '../../shared/job/job.ts'
import { type JobList, knownJob, useKnownJob } from '../queries/jobs.ts'
import listClasses from '../screens/list-screen.module.css'
import { orderJob } from '../stores/job-commands.ts'
import { useTexts } from '../stores/language.ts'
import { usePreferences } from '../stores/preferences.ts'
import { JobBadge } from './job-badge.tsx'
import classes from './queue-list.module.css'
import { useNow } from './use-now.ts'
import { useVisibleRows } from './use-visible-rows.ts'

interface QueueListProps {
  readonly list: JobList
  /** Waiting jobs at the head of which the list stands: places of waiting jobs are their turns. Null: unknown. */
  readonly firstWaiting: number | null
}

const ghostRows = 6

export function QueueList({ list, firstWaiting }: QueueListProps) {
  const texts = useTexts()
  const frame = useRef<HTMLDivElement>(null)
  const narrow = useMediaQuery('(max-width: 720px)')
  const rowHeight = narrow ? 92 : 68
  const count = list.total ?? ghostRows
  const { first, last } = useVisibleRows(frame, rowHeight, count)
  const { showPlaces } = list
  useEffect(() => showPlaces(first, last), [showPlaces, first, last])
  const now = useNow(true, 30_000)
  const singleKeys = usePreferences((state) => state.singleKeys)
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed freely, which list elements would not survive.
    <div
      ref={frame}
      role="list"
      aria-label={texts.jobs.jobs}
      className={`${listClasses.rows} ${classes.rows}`}
      style={{ height: count * rowHeight }}
      data-testid="queue-list"
      aria-busy={list.total === null || list.stale}
      onKeyDown={(event) => {
        if (frame.current !== null) hearKey(event, frame.current, count, rowHeight, singleKeys)
      }}
    >
      {Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
        const place = first + index
        const id = list.itemAt(place)
        return (
          // biome-ignore lint/a11y/useSemanticElements: as above.
          <div
            key={id ?? `place-${place}`}
            role="listitem"
            aria-setsize={count}
            aria-posinset={place + 1}
            data-place={place}
            data-last={place === count - 1 || undefined}
            style={{ top: place * rowHeight, height: rowHeight }}
          >
            <Row id={id} now={now} turn={firstWaiting === null ? null : place - firstWaiting + 1} />
          </div>
        )
      })}
    </div>
  )
}

interface RowProps {
  readonly id: string | undefined
  readonly now: number
  readonly turn: number | null
}

/** Drawn once while the list scrolls past: only what is in it makes it another. */
const Row = memo(function Row({ id, now, turn }: RowProps) {
  const job = useKnownJob(id)
  if (job === undefined) {
    return (
      <div className={listClasses.ghostRow} aria-hidden="true">
        <span />
        <span />
      </div>
    )
  }
  return <JobBadge job={job} now={new Date(now)} turn={turn !== null && turn > 0 ? turn : null} />
})

/** Arrow keys go from job to job; single keys order what the buttons of the row order. */
function hearKey(
  event: React.KeyboardEvent,
  frame: HTMLElement,
  count: number,
  rowHeight: number,
  singleKeys: boolean,
): void {
  const { target, key } = event
  if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return
  // Menus are drawn elsewhere on the page, yet their keys come by here.
  if (!frame.contains(target)) return
  const row = target.closest<HTMLElement>('[data-place]')
  if (row === null) return
  const place = Number(row.dataset.place)
  const goal = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: count - 1 }[key]
  if (goal !== undefined) {
    event.preventDefault()
    focusPlace(frame, Math.max(0, Math.min(count - 1, goal)), rowHeight)
    return
  }
  const job = knownJob(row.querySelector<HTMLElement>('[data-job]')?.dataset.job ?? '')
  if (job === undefined || !singleKeys || event.repeat) return
  const command = commandOf(key, job)
  if (command === null) return
  event.preventDefault()
  event.stopPropagation()
  void orderJob(command, job.id)
}

function commandOf(key: string, job: Job): 'cancel' | 'retry' | 'pause' | 'resume' | 'run-next' | null {
  switch (key) {
    case 'Delete':
      return isActive(job) ? 'cancel' : null
    case 'r':
      return job.canRetry && !isActive(job) ? 'retry' : null
    case 'p':
      return isActive(job) ? (job.paused ? 'resume' : 'pause') : null
    case 'n':
      return job.status === 'queued' ? 'run-next' : null
    default:
      return null
  }
}

/** A place out of sight is scrolled to first, and takes the focus once it is drawn. */
function focusPlace(frame: HTMLElement, place: number, rowHeight: number): void {
  const link = frame.querySelector<HTMLElement>(`[data-place="${place}"] a`)
  if (link !== null) {
    link.focus()
    return
  }
  const top = frame.getBoundingClientRect().top + window.scrollY + place * rowHeight
  window.scrollTo({ top: top - window.innerHeight / 2 })
  let tries = 0
  const look = (): void => {
    const drawn = frame.querySelector<HTMLElement>(`[data-place="${place}"] a`)
    tries += 1
    if (drawn !== null) drawn.focus()
    else if (tries < 60) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
