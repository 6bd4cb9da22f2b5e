/** The time left that was shown at 30, 50 and 80 % against what it then took, on real and generated files. */
import { createEngine, type Engine } from '../../../src/main/engine.ts'
import { realWorkerFile } from '../../support/engine/worker-files.ts'
import { type Figure, percentile } from './report.ts'

const marks = [30, 50, 80] as const
const tolerance = 0.25
/** Shown in whole seconds, rounded up: less than this tells nothing of what is behind it. */
const roundingSeconds = 1
/** Left of it, a quarter is more than the rounding: only such estimates are held to the quarter alone. */
const longSeconds = 4
const shareAim = 'aim nine of ten'

interface Estimate {
  readonly mark: number
  readonly shownSeconds: number | null
  readonly actualSeconds: number
}

/** `files` are told `rounds` times each to learn from, then once more with `unseen` ones among them: those count. */
export async function benchTimeLeft(
  folder: string,
  files: readonly string[],
  unseen: readonly string[],
  rounds: number,
): Promise<Figure[]> {
  const dataDir = `${folder}/time-left`
  const engine = createEngine({
    dataDir,
    workerFile: await realWorkerFile(),
    samplesDir: null,
    version: '0.0.0',
    concurrency: 1,
  })
  await engine.start()
  for (let round = 0; round < rounds; round += 1) for (const file of files) await estimatesOf(engine, file)
  const estimates: Estimate[] = []
  for (const file of [...files, ...unseen, ...files]) estimates.push(...(await estimatesOf(engine, file)))
  await engine.close()
  const figures = marks.flatMap((mark): Figure[] => {
    const all = estimates.filter((estimate) => estimate.mark === mark)
    return figuresOf(`at ${mark} %`, all)
  })
  return [...figures, ...figuresOf('all together', estimates)]
}

async function estimatesOf(engine: Engine, file: string): Promise<Estimate[]> {
  const seen: { mark: number; atMs: number; shownSeconds: number | null }[] = []
  let jobId = ''
  const stop = engine.subscribe((event) => {
    if (event.name !== 'job/changed' || event.payload.job.id !== jobId) return
    const { percent, secondsLeft, status } = event.payload.job
    const mark = marks[seen.length]
    if (mark === undefined || percent < mark || status !== 'processing') return
    // A mark that was jumped over with the next one is not looked at twice.
    const reached = marks.findLast((one) => percent >= one) ?? mark
    for (const passed of marks.slice(seen.length, marks.indexOf(reached) + 1)) {
      seen.push({ mark: passed, atMs: performance.now(), shownSeconds: secondsLeft })
    }
  })
  const { job } = await engine.jobs.createFromPath(file)
  jobId = job.id
  const done = await engine.jobs.whenOver(job.id)
  const endedAtMs = performance.now()
  stop()
  if (done.status !== 'completed') throw new Error(`${file}: ${done.failure?.detail ?? done.status}`)
  return seen.map(({ mark, atMs, shownSeconds }) => ({ mark, shownSeconds, actualSeconds: (endedAtMs - atMs) / 1_000 }))
}

function figuresOf(where: string, estimates: readonly Estimate[]): Figure[] {
  const said = estimates.flatMap(({ shownSeconds, actualSeconds }) =>
    shownSeconds === null ? [] : [{ error: Math.abs(shownSeconds - actualSeconds), actual: actualSeconds }],
  )
  const long = said.filter(({ actual }) => actual >= longSeconds)
  const near = said.filter(({ error, actual }) => error <= Math.max(tolerance * actual, roundingSeconds))
  const nearLong = long.filter(({ error, actual }) => error <= tolerance * actual)
  const median = percentile(
    long.map(({ error, actual }) => error / actual),
    0.5,
  )
  return [
    {
      what: `time left ${where}: within 25 % or a second (said ${said.length} of ${estimates.length})`,
      value: shareOf(near.length, said.length),
      aim: shareAim,
    },
    {
      what: `  … with ${longSeconds} s or more to go, within 25 %; median error ${Number.isNaN(median) ? '–' : `${(100 * median).toFixed(0)} %`}`,
      value: shareOf(nearLong.length, long.length),
      aim: shareAim,
    },
  ]
}

function shareOf(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${part} of ${whole}`
}
