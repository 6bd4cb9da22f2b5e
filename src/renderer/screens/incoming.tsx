/** A file on its way in, before there is a job: the processing screen with nothing done yet. */
import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { pipelineOfName } from '../../shared/file-formats/formats.ts'
import { pipelineStages } from '../../shared/job/stage.ts'
import { FailureNote } from '../components/failure-note.tsx'
import { ProgressRing } from '../components/progress-ring.tsx'
import stageClasses from '../components/stage-list.module.css'
import { useTitle } from '../components/use-title.ts'
import { navigate, replaceRoute } from '../routes/navigation.ts'
import { dismissIncoming, retryIncoming, useIncoming } from '../stores/incoming.ts'
import { useTexts } from '../stores/language.ts'
import { formatBytes } from '../words/amounts.ts'
import { stageWords } from '../words/stages.ts'
import classes from './processing.module.css'

export function IncomingScreen({ entryKey }: { readonly entryKey: string }) {
  const texts = useTexts()
  const entry = useIncoming((state) => state.entries[entryKey])
  useTitle(entry?.name ?? null)
  useEffect(() => {
    // A reload loses a file that was still on its way: its bytes were in the page.
    if (entry === undefined) replaceRoute({ screen: 'home' })
  }, [entry])
  if (entry === undefined) return null
  const { name, bytes, fraction, failure } = entry
  const pipeline = pipelineOfName(name)
  const leave = (): void => {
    dismissIncoming(entryKey)
    navigate({ screen: 'home' })
  }
  return (
    <div className={classes.page} data-testid="processing" data-status={failure === null ? 'incoming' : 'failed'}>
      <div className={classes.head}>
        <h1 className={classes.title}>{name}</h1>
        <p className={classes.scope}>{formatBytes(bytes)}</p>
      </div>
      {failure !== null ? (
        <div className={classes.failure}>
          <FailureNote failure={failure} testId="job-error">
            <Button data-testid="retry-job" onClick={() => retryIncoming(entryKey)}>
              {texts.incoming.retry}
            </Button>
            <Button variant="default" onClick={leave}>
              {texts.incoming.backToTheStart}
            </Button>
          </FailureNote>
        </div>
      ) : (
        <>
          <div className={classes.work}>
            <ProgressRing
              pipeline={pipeline}
              percent={0}
              status="processing"
              stage="import"
              size={264}
              label={texts.jobs.progressOf({ name })}
            >
              <p className={classes.percent}>
                0<small>%</small>
              </p>
              <p className={classes.left} />
            </ProgressRing>
            <ol className={`${stageClasses.list} ${classes.stages}`} aria-label={texts.incoming.stages}>
              {pipelineStages[pipeline].map((stage) => (
                <li
                  key={stage}
                  className={stageClasses.stage}
                  data-stage={stage}
                  data-testid={`stage-${stage}`}
                  data-state={stage === 'import' ? 'running' : 'waiting'}
                >
                  <span className={stageClasses.mark} aria-hidden="true" />
                  <span className={stageClasses.name}>{stageWords(pipeline, stage).title}</span>
                  {stage === 'import' && (
                    <span className={stageClasses.detail}>
                      {fraction === null ? texts.incoming.openingTheFile : <Upload fraction={fraction} bytes={bytes} />}
                    </span>
                  )}
                </li>
              ))}
            </ol>
          </div>
          <div className={classes.actions}>
            <Button variant="default" data-testid="cancel-job" onClick={leave}>
              {texts.incoming.cancel}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

function Upload({ fraction, bytes }: { readonly fraction: number; readonly bytes: number }) {
  const texts = useTexts()
  return (
    <span className={classes.upload} style={{ margin: 0 }}>
      <span className="tabular">
        {texts.incoming.receivingBytes({
          done: formatBytes(Math.round(fraction * bytes)),
          total: formatBytes(bytes),
        })}
      </span>
      <progress value={fraction} max={1} aria-label={texts.incoming.received} />
    </span>
  )
}
