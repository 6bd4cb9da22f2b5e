/** Progress on standard error: a live bar on a terminal, one line a stage otherwise. */
import type { Engine } from '../main/engine.ts'
import type { Unsubscribe } from '../shared/contract/bridge.ts'
import type { Job } from '../shared/job/job.ts'
import type { StageName } from '../shared/job/stage.ts'

export interface ProgressTarget {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

const doing: Readonly<Record<StageName, string>> = {
  import: 'Looking at the file',
  convert: 'Reading the data',
  analyze: 'Looking for patterns',
  narrate: 'Writing the story',
  visualize: 'Drawing the charts',
}
/** Of documents, where other words are true. */
const doingOfDocument: Readonly<Partial<Record<StageName, string>>> = { convert: 'Reading the pages' }
const done: Readonly<Record<StageName, string>> = {
  import: 'looked at',
  convert: 'read',
  analyze: 'analysed',
  narrate: 'written',
  visualize: 'charts drawn',
}

/** Shows the jobs in `ids` (which may grow) until it is called off. */
export function showProgress(engine: Engine, ids: ReadonlySet<string>, target: ProgressTarget): Unsubscribe {
  const show = target.isTTY ? new Bar(target) : new Lines(target)
  const unsubscribe = engine.subscribe((event) => {
    if (event.name === 'job/changed' && ids.has(event.payload.job.id)) show.update(event.payload.job)
  })
  return () => {
    unsubscribe()
    show.end()
  }
}

class Lines {
  readonly #target: ProgressTarget
  readonly #told = new Set<string>()

  constructor(target: ProgressTarget) {
    this.#target = target
  }

  /** Changes are told in bunches, so that more than one stage may have ended since the last. */
  update(job: Job): void {
    for (const { name, elapsedMs } of job.stages) {
      this.#once(`${job.id} ${name}`, `${job.source.name}: ${done[name]} in ${seconds(elapsedMs)}`)
    }
    if (job.status === 'queued' && job.failure !== null && job.nextAttemptAt !== null) {
      this.#once(`${job.id} ${job.nextAttemptAt}`, `${job.source.name}: ${job.failure.message} It is tried again.`)
    }
  }

  end(): void {}

  #once(key: string, line: string): void {
    if (this.#told.has(key)) return
    this.#told.add(key)
    this.#target.write(`${line}\n`)
  }
}

class Bar {
  readonly #target: ProgressTarget
  #shown = false

  constructor(target: ProgressTarget) {
    this.#target = target
  }

  update(job: Job): void {
    if (job.status !== 'processing') return
    this.#shown = true
    this.#target.write(`\r${barLine(job, this.#target.columns ?? 80)}\u001b[K`)
  }

  end(): void {
    if (this.#shown) this.#target.write('\r\u001b[K')
  }
}

/** One line no wider than `columns`: name, bar, percentage, what is happening, time left. */
export function barLine(job: Job, columns: number): string {
  const width = 20
  const filled = Math.round((width * job.percent) / 100)
  const units = job.units
  const count = units === null ? '' : ` · ${units.done.toLocaleString('en')}${ofTotal(units.total)} ${units.unit}`
  const left = job.secondsLeft === null ? '' : ` · ${job.secondsLeft} s left`
  const stage = job.stage === null ? 'Waiting' : doingOf(job, job.stage)
  const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`
  const line = `${bar} ${String(Math.floor(job.percent)).padStart(3)} % ${job.source.name} · ${stage}${count}${left}`
  return [...line].slice(0, Math.max(0, columns - 1)).join('')
}

function doingOf({ pipeline }: Job, stage: StageName): string {
  return (pipeline === 'document' ? doingOfDocument[stage] : undefined) ?? doing[stage]
}

function ofTotal(total: number | null): string {
  return total === null ? '' : ` of ${total.toLocaleString('en')}`
}

function seconds(elapsedMs: number): string {
  return `${(elapsedMs / 1_000).toFixed(1)} s`
}
