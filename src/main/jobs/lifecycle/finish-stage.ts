/** A stage is recorded whose result is on disk. */
import { overallPercent } from '../../../shared/job/stage.ts'
import { insertJobStage } from '../../store/job-stages.ts'
import * as states from '../../store/job-states.ts'
import type { Claim } from '../../store/jobs.ts'
import * as table from '../../store/jobs.ts'
import { setSourceKind } from '../../store/sources.ts'
import { insertStagePace } from '../../store/stage-paces.ts'
import type { FinishedStage, Imported } from '../changes.ts'
import { type JobChanges, ownerOf } from './job-changes.ts'

/** Within a change. */
export function finishStage(
  changes: JobChanges,
  owner: Claim,
  stage: FinishedStage,
  imported: Imported,
): 'finished' | 'superseded' | 'not_owner' {
  if (stage.name === 'import' && imported.pipeline !== stage.pipeline) {
    const job = table.selectJob(changes.library, owner.id)
    if (job === null) return 'not_owner'
    const other = table.selectActiveJobId(changes.library, job.sha256, job.options_key, imported.pipeline)
    if (other !== null) return supersede(changes, owner, other)
    if (!states.updatePipeline(changes.library, ownerOf(owner), imported.pipeline)) return 'not_owner'
  }
  const { kind } = imported
  const percent = overallPercent(stage.pipeline, stage.name, 1)
  if (!states.updateStage(changes.library, ownerOf(owner), stage.name, percent)) return 'not_owner'
  insertJobStage(changes.library, {
    job_id: owner.id,
    stage: stage.name,
    claim: owner.claim,
    finished_at: changes.now(),
    elapsed_ms: stage.elapsedMs,
    output_path: stage.outputPath,
  })
  if (stage.pace !== undefined) {
    const { depth, bytes, cells, elapsed_ms } = stage.pace
    insertStagePace(changes.library, { kind, stage: stage.name, depth }, { bytes, cells, elapsed_ms })
  }
  const sourceId = table.selectJob(changes.library, owner.id)?.source_id
  if (stage.name === 'import' && sourceId !== undefined) setSourceKind(changes.library, sourceId, kind)
  changes.record(owner.id, 'stage_finished', { elapsedMs: stage.elapsedMs, kind })
  return 'finished'
}

function supersede(changes: JobChanges, owner: Claim, other: string): 'superseded' | 'not_owner' {
  const name = table.selectJob(changes.library, other)?.source_name ?? other
  const note = changes.options.describeSameContent(name)
  if (!states.markSuperseded(changes.library, ownerOf(owner), note, changes.now())) return 'not_owner'
  changes.record(owner.id, 'cancelled', { supersededBy: other })
  return 'superseded'
}
