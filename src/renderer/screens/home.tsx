/** Where everything starts: drop a file, go on with what is under way, read what was told. */
import { Button } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useShallow } from 'zustand/react/shallow'
import type { Sample } from '../../shared/contract/commands.ts'
import { activeStatuses } from '../../shared/job/job.ts'
import { FailureNote } from '../components/failure-note.tsx'
import { chooseFile } from '../components/file-picker.tsx'
import { IncomingRow } from '../components/incoming-row.tsx'
import { JobBadge } from '../components/job-badge.tsx'
import { LensFigure } from '../components/lens-figure.tsx'
import { LibraryCard } from '../components/library-card.tsx'
import { Link } from '../components/link.tsx'
import { PasteTarget } from '../components/paste-target.tsx'
import { QueuePaused } from '../components/queue-paused.tsx'
import { useNow } from '../components/use-now.ts'
import { useTitle } from '../components/use-title.ts'
import { infoQuery, samplesQuery } from '../queries/application.ts'
import { useJobs, useKnownJob } from '../queries/jobs.ts'
import { idOf, recentQuery } from '../queries/library.ts'
import { useQueue } from '../queries/queue.ts'
import { allJobs, wholeLibrary } from '../routes/route.ts'
import { useDeleting } from '../stores/deleting.ts'
import { takeSample, useIncoming } from '../stores/incoming.ts'
import { useTexts } from '../stores/language.ts'
import { reconnect } from '../stores/start.ts'
import { formatBytes } from '../words/amounts.ts'
import { namesByPipeline } from '../words/kinds.ts'
import classes from './home.module.css'

const recentShown = 6
const activeShown = 6
const underWay = { statuses: activeStatuses, search: '' } as const

export function HomeScreen() {
  const texts = useTexts()
  useTitle(null)
  const failure = useQuery(infoQuery()).error?.failure ?? null
  const first = useQuery(recentQuery()).data?.entries.length === 0
  return (
    <div className={classes.page}>
      <PasteTarget />
      {failure !== null && (
        <FailureNote failure={failure}>
          <Button onClick={reconnect}>{texts.home.tryAgain}</Button>
        </FailureNote>
      )}
      <section className={classes.drop} data-first={first || undefined} data-testid="drop-zone">
        <div className={classes.words}>
          <h1 className={classes.headline}>
            {texts.home.dropAFile}
            <br />
            {texts.home.readItsStory}
          </h1>
          <p className={classes.lead}>{texts.home.dropATableAnywhereIn}</p>
          <Button size="md" leftSection={<IconFolderOpen size={19} />} onClick={chooseFile}>
            {texts.home.chooseAFile}
          </Button>
          <p className={classes.kinds}>{texts.paste.hint}</p>
          <p className={classes.kinds}>{texts.home.kindsRead(namesByPipeline())}</p>
        </div>
        <div className={classes.figure}>
          <LensFigure />
        </div>
      </section>
      <UnderWay />
      <Recent />
      <Samples prominent={first} />
    </div>
  )
}

function UnderWay() {
  const texts = useTexts()
  const { items: ids, total } = useJobs(underWay)
  const incoming = useIncoming(useShallow((state) => Object.values(state.entries)))
  const queue = useQueue()
  const count = total ?? 0
  const now = useNow(count > 0, 30_000)
  if (count + incoming.length === 0) return null
  return (
    <section aria-labelledby="under-way">
      <div className={classes.sectionHead}>
        <h2 id="under-way">{texts.home.inProgress}</h2>
        <Link to={allJobs}>{count > activeShown ? texts.home.allUnderWay({ count }) : texts.home.allJobs}</Link>
      </div>
      {queue?.paused === true && (
        <div className={classes.paused}>
          <QueuePaused />
        </div>
      )}
      <div className={classes.panel}>
        {ids.slice(0, activeShown).map((id) => (
          <ActiveJob key={id} id={id} now={now} />
        ))}
        {incoming.map((entry) => (
          <IncomingRow key={entry.key} entry={entry} />
        ))}
      </div>
    </section>
  )
}

function ActiveJob({ id, now }: { readonly id: string; readonly now: number }) {
  const job = useKnownJob(id)
  return job === undefined ? null : <JobBadge job={job} now={new Date(now)} />
}

function Recent() {
  const texts = useTexts()
  const { data, error } = useQuery(recentQuery())
  const hidden = useDeleting((state) => state.hidden)
  const now = useNow(true, 60_000)
  if (data === undefined) {
    if (error !== null) return <FailureNote failure={error.failure} />
    return (
      <div className={classes.grid} aria-hidden="true">
        {[0, 1, 2].map((place) => (
          <div key={place} className={classes.ghost} />
        ))}
      </div>
    )
  }
  const recent = data.entries.filter((entry) => !hidden[idOf(entry)])
  if (recent.length === 0) return null
  const { total } = data
  return (
    <section aria-labelledby="recent">
      <div className={classes.sectionHead}>
        <h2 id="recent">{texts.home.recent}</h2>
        <Link to={wholeLibrary}>{total > recentShown ? texts.home.allInLibrary({ total }) : texts.home.library}</Link>
      </div>
      <div className={classes.grid}>
        {recent.slice(0, recentShown).map((entry) => (
          <LibraryCard key={idOf(entry)} entry={entry} now={new Date(now)} form="card" />
        ))}
      </div>
    </section>
  )
}

function Samples({ prominent }: { readonly prominent: boolean }) {
  const texts = useTexts()
  const samples = useQuery(samplesQuery()).data ?? []
  if (samples.length === 0) return null
  const wordsOf = (sample: Sample) => sample.translations?.[texts.language] ?? sample
  return (
    <section aria-labelledby="samples">
      <div className={classes.sectionHead}>
        <h2 id="samples">{prominent ? texts.home.noFileAtHandTry : texts.home.samples}</h2>
      </div>
      <ul className={classes.samples}>
        {samples.map((sample) => (
          <li key={sample.id}>
            <button
              type="button"
              className={classes.sample}
              data-testid={`sample-${sample.id}`}
              onClick={() => takeSample(sample)}
            >
              <span className={classes.sampleTitle}>{wordsOf(sample).title}</span>
              <span className={classes.sampleText}>{wordsOf(sample).description}</span>
              <span className={classes.sampleFile}>
                {sample.name} · {formatBytes(sample.bytes)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
