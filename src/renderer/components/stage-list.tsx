/** The stages of a job, each with its mark, its time, and for the running one a line on what is happening. */
import { IconCheck, IconX } from '@tabler/icons-react'
import type { Job } from '../../shared/job/job.ts'
import { useTexts } from '../stores/language.ts'
import { formatElapsed } from '../words/amounts.ts'
import { pipelineOf } from '../words/kinds.ts'
import { describeUnits, type StageView, stagesOf, stageWords } from '../words/stages.ts'
import classes from './stage-list.module.css'
import { useNow } from './use-now.ts'

export function StageList({ job }: { readonly job: Job }) {
  const texts = useTexts()
  const stages = stagesOf(job)
  const now = useNow(job.status === 'processing')
  return (
    <ol className={classes.list} aria-label={texts.stages.stages}>
      {stages.map((stage) => (
        <StageItem key={stage.name} stage={stage} job={job} now={now} />
      ))}
    </ol>
  )
}

function StageItem({ stage, job, now }: { readonly stage: StageView; readonly job: Job; readonly now: number }) {
  const texts = useTexts()
  const running = stage.state === 'running'
  const elapsedMs =
    stage.elapsedMs ?? (running && stage.startedAt !== null ? Math.max(0, now - Date.parse(stage.startedAt)) : null)
  const units = running ? describeUnits(job.units) : null
  const words = stageWords(pipelineOf(job), stage.name)
  return (
    <li className={classes.stage} data-testid={`stage-${stage.name}`} data-stage={stage.name} data-state={stage.state}>
      <span className={classes.mark} aria-hidden="true">
        {stage.state === 'done' && <IconCheck size={14} stroke={2.6} />}
        {stage.state === 'failed' && <IconX size={14} stroke={2.6} />}
      </span>
      <span className={classes.name}>
        {words.title}
        <span className="visually-hidden">, {texts.stages.states[stage.state]}</span>
      </span>
      <span className={classes.time}>{elapsedMs === null ? '' : formatElapsed(elapsedMs)}</span>
      {running && (
        <span className={classes.detail}>
          {job.note ?? words.does}
          {units !== null && (
            <>
              <span aria-hidden="true"> · </span>
              <span className="tabular">{units}</span>
            </>
          )}
        </span>
      )}
    </li>
  )
}
