/**
 * Says that jobs ended: at the edge of the window, unless the job's own screen is being looked at, and through the
 * operating system while the window is hidden. Many that end together are one message.
 */
import { plural } from '../../shared/format/words.ts'
import type { Job } from '../../shared/job/job.ts'
import { currentRoute, navigate } from '../routes/navigation.ts'
import { type Route, wholeLibrary } from '../routes/route.ts'
import { formatCount } from '../text/amounts.ts'
import { dismissNotice, type Notice, tell, useNotices } from './notices.ts'
import { isWindowHidden, notifySystem } from './system-notifications.ts'

type Outcome = 'completed' | 'failed'

export interface OutcomeMessage {
  readonly kind: Notice['kind']
  readonly title: string
  readonly text?: string
  readonly actionLabel: string
  readonly to: Route
}

/** Jobs that end within this time of the first are told of together. */
const gatherMs = 400
/** More messages of one kind than this at once are drawn together into one. */
const shownApart = 2

const waiting: Record<Outcome, Job[]> = { completed: [], failed: [] }
let gathering = false
/** Messages of ends still in view: how many jobs each stands for. */
const inView = new Map<string, { readonly outcome: Outcome; readonly jobs: number }>()

export function announceEnd(before: Job | undefined, job: Job): void {
  if (before === undefined || before.status === job.status) return
  if (job.status !== 'completed' && job.status !== 'failed') return
  if (job.status === 'completed' && job.storyId === null) return
  const route = currentRoute()
  const looking = route.screen === 'job' && route.id === job.id && !isWindowHidden()
  if (looking) return
  waiting[job.status].push(job)
  if (gathering) return
  gathering = true
  setTimeout(tellGathered, gatherMs)
}

function tellGathered(): void {
  gathering = false
  for (const outcome of ['completed', 'failed'] as const) {
    const jobs = waiting[outcome].splice(0)
    if (jobs.length === 0) continue
    if (isWindowHidden()) notifySystem(messageOfMany(outcome, jobs.length, jobs))
    show(outcome, jobs)
  }
}

function show(outcome: Outcome, jobs: readonly Job[]): void {
  const ids = new Set(useNotices.getState().notices.map(({ id }) => id))
  for (const id of inView.keys()) if (!ids.has(id)) inView.delete(id)
  const earlier = [...inView].filter(([, one]) => one.outcome === outcome)
  const before = earlier.reduce((sum, [, one]) => sum + one.jobs, 0)
  if (before + jobs.length <= shownApart) {
    for (const job of jobs) inView.set(say(messageOfOne(job)), { outcome, jobs: 1 })
    return
  }
  for (const [id] of earlier) {
    dismissNotice(id)
    inView.delete(id)
  }
  const count = before + jobs.length
  inView.set(say(messageOfMany(outcome, count, jobs)), { outcome, jobs: count })
}

function say({ to, actionLabel, ...notice }: OutcomeMessage): string {
  return tell({ ...notice, action: { label: actionLabel, run: () => navigate(to) } })
}

function messageOfOne(job: Job): OutcomeMessage {
  if (job.status === 'completed' && job.storyId !== null) {
    return {
      kind: 'good',
      title: 'Story ready',
      text: job.source.name,
      actionLabel: 'Read it',
      to: { screen: 'story', id: job.storyId, anchor: null },
    }
  }
  return {
    kind: 'failed',
    title: job.failure?.message ?? `${job.source.name} could not be told.`,
    ...(job.failure === null ? {} : { text: job.failure.hint }),
    actionLabel: 'See what happened',
    to: { screen: 'job', id: job.id },
  }
}

/** `jobs` are those that ended last, of `count` in all. */
export function messageOfMany(outcome: Outcome, count: number, jobs: readonly Job[]): OutcomeMessage {
  const [only] = jobs
  if (count === 1 && only !== undefined) return messageOfOne(only)
  const others = count - 1
  const text =
    only === undefined ? {} : { text: `${only.source.name} and ${formatCount(others)} ${plural(others, 'other')}` }
  return outcome === 'completed'
    ? {
        kind: 'good',
        title: `${formatCount(count)} stories ready`,
        ...text,
        actionLabel: 'Go to the library',
        to: wholeLibrary,
      }
    : {
        kind: 'failed',
        title: `${formatCount(count)} jobs failed`,
        ...text,
        actionLabel: 'See what happened',
        to: { screen: 'jobs', show: 'failed', search: '' },
      }
}
