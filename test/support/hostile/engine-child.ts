/** A real engine that tells the files its parent names and says how each ended; see `engine-runner.ts`. */
import { existsSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createEngine } from '../../../src/main/engine.ts'
import { StoryglassError } from '../../../src/shared/failure/failure.ts'
import type { Job } from '../../../src/shared/job/job.ts'
import { detailOf } from '../refusal.ts'
import type { EngineAnswer } from './engine-runner.ts'

const [dataDir = '', workerFile = ''] = process.argv.slice(2)
const engine = createEngine({ dataDir, workerFile, samplesDir: null, version: '0.0.0', random: () => 0 })

/** With all it left in the library. */
async function remove({ storyId, documentId }: Job): Promise<void> {
  if (storyId !== null) await engine.handlers['stories/delete']({ id: storyId })
  if (documentId) await engine.handlers['documents/delete']({ id: documentId })
  // Jobs that ended in this very millisecond are not yet older than no days.
  await new Promise((resolve) => setTimeout(resolve, 5))
  await engine.handlers['jobs/clean']({ days: 0, failedDays: 0, dryRun: false })
}

/** Files of a job that is over, relative to the data folder; those in the folder of temporary files by their own name. */
function leftOver(): string[] {
  const inData = ['jobs', 'uploads', 'sources'].flatMap((folder) => {
    const where = path.join(dataDir, folder)
    return existsSync(where)
      ? readdirSync(where, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`)
      : []
  })
  return [...inData, ...readdirSync(tmpdir())]
}

async function answer(file: string): Promise<EngineAnswer> {
  let id: string
  try {
    id = (await engine.jobs.createFromPath(file)).job.id
  } catch (error) {
    if (!(error instanceof StoryglassError)) throw error
    return { is: 'refused', reason: error.reason, detail: detailOf(error), stage: 'intake', leftOver: leftOver() }
  }
  const job = await engine.jobs.whenOver(id)
  await remove(job)
  const { failure, pipeline, stage } = job
  if (failure === null) return { is: 'told', detail: pipeline, leftOver: leftOver() }
  return {
    is: 'refused',
    reason: failure.reason,
    detail: failure.detail ?? '',
    stage: stage ?? '',
    leftOver: leftOver(),
  }
}

process.on('message', async (file: string) => {
  process.send?.(await answer(file))
})
process.on('disconnect', () => process.exit(0))
// What nobody waits for counts: it would end the engine.
process.on('unhandledRejection', (error) => {
  process.stderr.write(`unhandled: ${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(70)
})
await engine.start()
process.send?.('ready')
