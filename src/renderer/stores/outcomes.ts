/**
 * Says that jobs ended: at the edge of the window, unless the job's own screen is being looked at, and through the
 * operating system while the window is hidden. Many that end together are one message.
 */
import { formatList } from '../../shared/format/words.ts'
import type { Job } from '../../shared/job/job.ts'
import type { Pipeline } from '../../shared/job/pipeline.ts'
import { ask } from '../bridge/engine.ts'
import { currentRoute, navigate } from '../routes/navigation.ts'
import { type Route, wholeLibrary } from '../routes/route.ts'
import { canBeUnlocked, placeOfJob } from '../words/reading.ts'
import { currentTexts } from './language.ts'
import { dismissNotice, type Notice, notify, useNotices } from './notices.ts'
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
type Counts = Readonly<Record<Pipeline, number>>

/** Messages of ends still in view: how many jobs each stands for. */
const inView = new Map<string, { readonly outcome: Outcome; readonly counts: Counts }>()

function countsOf(jobs: readonly Job[]): Counts {
  const documents = jobs.filter(({ pipeline }) => pipeline === 'document').length
  return { story: jobs.length - documents, document: documents }
}

function sumOf(all: readonly Counts[]): Counts {
  return all.reduce((sum, one) => ({ story: sum.story + one.story, document: sum.document + one.document }), {
    story: 0,
    document: 0,
  })
}

export function announceEnd(before: Job | undefined, job: Job): void {
  if (before === undefined || before.status === job.status) return
  if (job.status !== 'completed' && job.status !== 'failed') return
  if (job.status === 'completed' && job.pipeline === 'story' && job.storyId === null) return
  if (isLookedAt(job)) return
  waiting[job.status].push(job)
  if (gathering) return
  gathering = true
  setTimeout(notifyOfGathered, gatherMs)
}

const endedLooked = 200

/** Of jobs that were under way when the connection was lost: those that ended unheard. */
export async function notifyOfEnded(before: readonly Job[]): Promise<void> {
  if (before.length === 0) return
  const result = await ask('jobs/list', { statuses: ['completed', 'failed'], order: 'queue', limit: endedLooked })
  if (!result.ok) return
  const known = new Map(before.map((job) => [job.id, job]))
  for (const job of result.output.jobs) announceEnd(known.get(job.id), job)
}

/** Its own screen shows its end; so does that on which it was asked for, and so does its document, which is opened while it is still being read. */
function isLookedAt(job: Job): boolean {
  const route = currentRoute()
  if (route.screen === 'retell') return job.retells === route.id && !isWindowHidden()
  const here = route.screen === 'job' || (route.screen === 'document' && job.pipeline === 'document')
  return here && route.id === job.id && !isWindowHidden()
}

function notifyOfGathered(): void {
  gathering = false
  for (const outcome of ['completed', 'failed'] as const) {
    const jobs = waiting[outcome].splice(0)
    if (jobs.length === 0) continue
    if (isWindowHidden()) notifySystem(messageOfMany(outcome, countsOf(jobs), jobs))
    show(outcome, jobs)
  }
}

function show(outcome: Outcome, jobs: readonly Job[]): void {
  const ids = new Set(useNotices.getState().notices.map(({ id }) => id))
  for (const id of inView.keys()) if (!ids.has(id)) inView.delete(id)
  const earlier = [...inView].filter(([, one]) => one.outcome === outcome)
  const counts = sumOf([...earlier.map(([, one]) => one.counts), countsOf(jobs)])
  if (counts.story + counts.document <= shownApart) {
    for (const job of jobs) inView.set(say(messageOfOne(job)), { outcome, counts: countsOf([job]) })
    return
  }
  for (const [id] of earlier) {
    dismissNotice(id)
    inView.delete(id)
  }
  inView.set(say(messageOfMany(outcome, counts, jobs)), { outcome, counts })
}

function say({ to, actionLabel, ...notice }: OutcomeMessage): string {
  return notify({ ...notice, action: { label: actionLabel, run: () => navigate(to) } })
}

function messageOfOne(job: Job): OutcomeMessage {
  const texts = currentTexts()
  if (job.status === 'completed' && job.storyId !== null) {
    return {
      kind: 'good',
      title: texts.outcomes.storyReady,
      text: job.source.name,
      actionLabel: texts.outcomes.readIt,
      to: { screen: 'story', id: job.storyId, anchor: null },
    }
  }
  if (job.status === 'completed' && job.pipeline === 'document') {
    return {
      kind: 'good',
      title: texts.outcomes.documentReady,
      text: job.source.name,
      actionLabel: texts.outcomes.openIt,
      to: placeOfJob(job),
    }
  }
  return {
    kind: 'failed',
    title: job.failure?.message ?? texts.outcomes.notRead({ name: job.source.name }),
    ...(job.failure === null ? {} : { text: job.failure.hint }),
    actionLabel: canBeUnlocked(job) ? texts.outcomes.enterThePassword : texts.outcomes.seeWhatHappened,
    to: { screen: 'job', id: job.id },
  }
}

/** `jobs` are those that ended last, of those counted. */
export function messageOfMany(outcome: Outcome, counts: Counts, jobs: readonly Job[]): OutcomeMessage {
  const texts = currentTexts()
  const [only] = jobs
  const count = counts.story + counts.document
  if (count === 1 && only !== undefined) return messageOfOne(only)
  const others = count - 1
  const text = only === undefined ? {} : { text: texts.outcomes.andOthers({ name: only.source.name, others }) }
  return outcome === 'completed'
    ? {
        kind: 'good',
        title: texts.outcomes.ready({ what: kept(counts) }),
        ...text,
        actionLabel: texts.outcomes.goToTheLibrary,
        to: wholeLibrary,
      }
    : {
        kind: 'failed',
        title: texts.outcomes.failed({ count }),
        ...text,
        actionLabel: texts.outcomes.seeWhatHappened,
        to: { screen: 'jobs', show: 'failed', search: '' },
      }
}

/** `12 stories`, `1 story and 3 documents`. */
function kept(counts: Counts): string {
  const texts = currentTexts()
  const parts = (['story', 'document'] as const).flatMap((kind) =>
    counts[kind] === 0 ? [] : [texts.outcomes.kept[kind]({ count: counts[kind] })],
  )
  return formatList(parts)
}
