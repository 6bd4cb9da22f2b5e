/** The bar that tells the story again: what it will be called, the way back, how far it is, why it failed. */
import { Button } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { Failure } from '../../../shared/failure/failure.ts'
import { isActive } from '../../../shared/job/job.ts'
import { type ColumnsTold, columnsTold } from '../../../shared/story/kept-columns.ts'
import type { ReadingOptions } from '../../../shared/story/reading.ts'
import type { ProfiledTable } from '../../../shared/story/table.ts'
import type { ToldOptions } from '../../../shared/story/version.ts'
import { versionName } from '../../../shared/story/version-name.ts'
import { useKnownJob } from '../../queries/jobs.ts'
import { navigate } from '../../routes/navigation.ts'
import { commandJob } from '../../stores/job-commands.ts'
import { useTexts } from '../../stores/language.ts'
import {
  type Draft,
  forgetRetelling,
  forgetTold,
  redoChange,
  retell,
  sameTold,
  undoChange,
  useRetellings,
} from '../../stores/retelling.ts'
import { describePercent, stageOf } from '../../words/stages.ts'
import { inNamesToBe } from '../../words/told-names.ts'
import { FailureNote } from '../failure-note.tsx'
import classes from './retelling.module.css'

interface KeptOfStory {
  readonly reading: ReadingOptions | null
  readonly columns: ColumnsTold | null
}

interface RetellBarProps {
  readonly storyId: string
  readonly tables: readonly ProfiledTable[]
  /** What held for the source without being told of it; null for nothing of its kind. */
  readonly kept: KeptOfStory
  /** What the story was told with. */
  readonly told: ToldOptions
  readonly draft: Draft | null
  readonly problems: readonly string[]
}

export function RetellBar({ storyId, tables, kept, told, draft, problems }: RetellBarProps) {
  const texts = useTexts()
  const words = texts.retell
  const present = draft?.present ?? told
  const unchanged = sameTold(present, told)
  const nameOf = (one: ToldOptions): string => versionName(texts, inNamesToBe(one, tables))
  const name = nameOf(present)
  const [refused, setRefused] = useState<Failure | null>(null)
  const retelling = useRetellings((all) => all[storyId])
  const job = useKnownJob(retelling?.job)
  const running = job !== undefined && isActive(job)
  const failure = refused ?? (job?.status === 'failed' ? job.failure : null)
  const done = job?.status === 'completed' ? job.storyId : null
  const toldNow = retelling?.told ?? null
  // Somebody who went on drafting is not taken away from it: they open the version when they like.
  const [waiting, setWaiting] = useState<{ readonly version: string; readonly told: ToldOptions } | null>(null)
  useEffect(() => {
    if (done === null || toldNow === null) return
    forgetRetelling(storyId)
    if (forgetTold(storyId, toldNow).stays) setWaiting({ version: done, told: toldNow })
    else openVersion(done)
  }, [storyId, done, toldNow])
  const asking = useRef(false)
  const tell = async (): Promise<void> => {
    if (asking.current) return
    asking.current = true
    setRefused(null)
    forgetRetelling(storyId)
    setWaiting(null)
    const begun = await retell(storyId, present, inNamesToBe(withoutKept(present, kept), tables))
    asking.current = false
    if ('failure' in begun) setRefused(begun.failure)
    else if (begun.storyId !== null) {
      forgetTold(storyId, present)
      openVersion(begun.storyId)
    }
  }
  return (
    <div className={classes.bar} data-testid="retell-bar">
      {failure !== null && (
        <FailureNote failure={failure} testId="retell-failure">
          <p>{words.failedStays}</p>
        </FailureNote>
      )}
      {waiting !== null && (
        <div className={classes.barRow} role="status" data-testid="retell-waiting">
          <p className={classes.barText}>{words.toldMeanwhile({ name: nameOf(waiting.told) })}</p>
          <Button variant="default" onClick={() => openVersion(waiting.version)} data-testid="retell-open">
            {words.openVersion}
          </Button>
        </div>
      )}
      {problems.length > 0 && (
        <ul className={classes.problems} role="alert" data-testid="retell-problems">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <div className={classes.barRow}>
        <p className={classes.barText} aria-live="polite" data-testid="retell-state">
          {running
            ? `${words.telling({ name })}: ${describePercent(job.percent, stageOf(job)?.title ?? null)}`
            : unchanged
              ? words.unchanged
              : words.will({ name })}
        </p>
        <div className={classes.barActions}>
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={17} />}
            disabled={running || draft === null || draft.past.length === 0}
            onClick={() => undoChange(storyId)}
            data-testid="retell-undo"
          >
            {words.undo}
          </Button>
          <Button
            variant="default"
            leftSection={<IconArrowForwardUp size={17} />}
            disabled={running || draft === null || draft.future.length === 0}
            onClick={() => redoChange(storyId)}
            data-testid="retell-redo"
          >
            {words.redo}
          </Button>
          {running && (
            <Button variant="default" onClick={() => void commandJob('cancel', job.id)} data-testid="retell-cancel">
              {words.cancel}
            </Button>
          )}
          <Button
            disabled={!running && (unchanged || problems.length > 0)}
            // Keeps its place and the focus while it is told: whoever presses twice is not to cancel what they asked for.
            aria-disabled={running || undefined}
            data-disabled={running}
            onClick={() => {
              if (!running) void tell()
            }}
            data-testid="retell-tell"
          >
            {words.tell}
          </Button>
        </div>
      </div>
    </div>
  )
}

/**
 * What held without being told goes on to hold: nothing is read anew for it. Where it was taken back, that is told, for it
 * would hold again otherwise.
 */
function withoutKept(told: ToldOptions, kept: KeptOfStory): ToldOptions {
  const { reading, ...rest } = told
  const isTakenBack = kept.columns !== null && columnsTold(told.focus) === null
  if (isTakenBack || (kept.reading !== null && reading === undefined)) {
    return { ...rest, reading: { ...reading, forget: true } }
  }
  return kept.reading !== null && sameTold({ reading }, { reading: kept.reading }) ? rest : told
}

/** The new version is read, and can be told again in its turn. */
function openVersion(version: string): void {
  navigate({ screen: 'story', id: version, anchor: null })
}
