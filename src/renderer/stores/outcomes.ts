/** Says that a job ended, when its own screen is not the one being looked at. */
import type { Job } from '../../shared/job/job.ts'
import { currentRoute, navigate } from '../routes/navigation.ts'
import { tell } from './notices.ts'

export function announceEnd(before: Job | undefined, job: Job): void {
  if (before === undefined || before.status === job.status) return
  const route = currentRoute()
  if (route.screen === 'job' && route.id === job.id) return
  switch (job.status) {
    case 'completed': {
      const { storyId } = job
      if (storyId === null) return
      tell({
        kind: 'good',
        title: 'Story ready',
        text: job.source.name,
        action: { label: 'Read it', run: () => navigate({ screen: 'story', id: storyId, anchor: null }) },
      })
      return
    }
    case 'failed':
      tell({
        kind: 'failed',
        title: job.failure?.message ?? `${job.source.name} could not be told.`,
        ...(job.failure === null ? {} : { text: job.failure.hint }),
        action: { label: 'See what happened', run: () => navigate({ screen: 'job', id: job.id }) },
      })
      return
    case 'queued':
    case 'processing':
    case 'cancelled':
      return
  }
}
