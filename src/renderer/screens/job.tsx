/** One job: watched while it runs, left for its story when it is done, or for its document as soon as that opens. */
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Job } from '../../shared/job/job.ts'
import { FailureNote } from '../components/failure-note.tsx'
import { ProcessingView } from '../components/processing-view.tsx'
import { useTitle } from '../components/use-title.ts'
import { queryClient } from '../queries/client.ts'
import { useFacts, useJob } from '../queries/jobs.ts'
import { storyQuery } from '../queries/stories.ts'
import { navigate, replaceRoute } from '../routes/navigation.ts'
import { allJobs } from '../routes/route.ts'
import { useIncoming } from '../stores/incoming.ts'
import { commandJob, useBusy } from '../stores/job-commands.ts'
import { useTexts } from '../stores/language.ts'
import { notifyOfFailure } from '../stores/notices.ts'
import { placeOfJob } from '../words/reading.ts'
import classes from './processing.module.css'

/** Long enough to see the circle close, short enough not to be waited for. */
const completedShownMs = 700

export function JobScreen({ id }: { readonly id: string }) {
  const texts = useTexts()
  const loaded = useJob(id)
  const facts = useFacts(id)
  const busy = useBusy(id)
  const earlier = useIncoming((state) => state.earlier[id] ?? null)
  const job = loaded.state === 'ready' ? loaded.value : null
  useTitle(job?.source.name ?? null)
  useOpenWhenDone(job?.status === 'completed' ? job.storyId : null, job !== null)
  useOpenWhenReadable(job)

  if (loaded.state === 'failed') {
    return (
      <div className={classes.page}>
        <div className={classes.failure}>
          <FailureNote failure={loaded.failure} asHeading>
            <Button onClick={() => navigate(allJobs)}>{texts.jobs.seeAllJobs}</Button>
          </FailureNote>
        </div>
      </div>
    )
  }
  if (job === null) return <div className={classes.page} aria-busy="true" />

  const cancel = async (): Promise<void> => {
    const failure = await commandJob('cancel', id)
    if (failure !== null) notifyOfFailure(failure)
    else navigate({ screen: 'home' })
  }
  const retry = async (): Promise<void> => {
    const failure = await commandJob('retry', id)
    if (failure !== null) notifyOfFailure(failure)
  }
  return (
    <ProcessingView
      job={job}
      busy={busy}
      facts={facts}
      earlier={earlier}
      onCancel={() => void cancel()}
      onRetry={() => void retry()}
    />
  )
}

/** Opens the document in place of this screen as soon as a page of it can be read; the rest is read on meanwhile. */
function useOpenWhenReadable(job: Job | null): void {
  const place = job === null ? null : placeOfJob(job)
  const id = place?.screen === 'document' ? place.id : null
  useEffect(() => {
    if (id !== null) replaceRoute({ screen: 'document', id, page: null, find: '' })
  }, [id])
}

/**
 * Opens the story in place of this screen, so that back does not lead to a job that is over. A job seen running closes
 * its circle first; one that was over already is left at once.
 */
function useOpenWhenDone(storyId: string | null, known: boolean): void {
  const seenRunning = useRef(false)
  if (known && storyId === null) seenRunning.current = true
  useEffect(() => {
    if (storyId === null) return
    void queryClient.prefetchQuery(storyQuery(storyId))
    const wait = seenRunning.current ? completedShownMs : 0
    const timer = setTimeout(() => replaceRoute({ screen: 'story', id: storyId, anchor: null }), wait)
    return () => clearTimeout(timer)
  }, [storyId])
}
