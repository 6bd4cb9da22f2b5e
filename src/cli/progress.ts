/**
 * Progress on standard error: a live bar on a terminal, one line a stage otherwise; or, for programs, the engine's own
 * events as JSON, one a line.
 */
import type { Engine } from '../main/engine.ts'
import type { Unsubscribe } from '../shared/contract/bridge.ts'
import type { Job } from '../shared/job/job.ts'
import type { StageName } from '../shared/job/stage.ts'
import type { FirstFacts } from '../shared/story/first-facts.ts'
import type { Texts } from '../shared/texts/texts.ts'
import { factsLines } from './facts-line.ts'
import { terminalTexts } from './language.ts'

/** `text` is for people, `json` for programs. */
export const progressForms = ['text', 'json'] as const
export type ProgressForm = (typeof progressForms)[number]

export interface ProgressTarget {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

/** Shows the jobs in `ids` (which may grow) until it is called off. */
export function showProgress(
  engine: Pick<Engine, 'subscribe'>,
  ids: ReadonlySet<string>,
  target: ProgressTarget,
  form: ProgressForm = 'text',
): Unsubscribe {
  const show = form === 'json' ? new Events(target) : target.isTTY ? new Bar(target) : new Lines(target)
  const unsubscribe = engine.subscribe((event) => {
    if (event.name === 'job/changed' && ids.has(event.payload.job.id)) show.update(event.payload.job)
    if (event.name === 'job/facts' && ids.has(event.payload.id)) show.tell(event.payload.id, event.payload.facts)
  })
  return () => {
    unsubscribe()
    show.end()
  }
}

interface Shown {
  update(job: Job): void
  tell(jobId: string, facts: FirstFacts): void
  end(): void
}

/** The events as they are in the contract, with their name as `event`. */
class Events implements Shown {
  readonly #target: ProgressTarget

  constructor(target: ProgressTarget) {
    this.#target = target
  }

  update(job: Job): void {
    this.#write({ event: 'job/changed', job })
  }

  tell(id: string, facts: FirstFacts): void {
    this.#write({ event: 'job/facts', id, facts })
  }

  end(): void {}

  #write(event: object): void {
    this.#target.write(`${JSON.stringify(event)}\n`)
  }
}

class Lines implements Shown {
  readonly #target: ProgressTarget
  readonly #told = new Set<string>()
  readonly #names = new Map<string, string>()

  constructor(target: ProgressTarget) {
    this.#target = target
  }

  /** Changes are told in bunches, so that more than one stage may have ended since the last. */
  update(job: Job): void {
    this.#names.set(job.id, job.source.name)
    for (const { name, elapsedMs } of job.stages) {
      this.#once(`${job.id} ${name}`, doneLine(job.source.name, name, elapsedMs))
    }
    if (job.status === 'queued' && job.failure !== null && job.nextAttemptAt !== null) {
      this.#once(`${job.id} ${job.nextAttemptAt}`, triedAgainLine(job.source.name, job.failure.message))
    }
  }

  tell(jobId: string, facts: FirstFacts): void {
    const name = this.#names.get(jobId)
    for (const line of factsLines(facts))
      this.#once(
        `${jobId} facts ${line}`,
        name === undefined ? line : terminalTexts().terminal.progress.facts.named({ name, facts: line }),
      )
  }

  end(): void {}

  #once(key: string, line: string): void {
    if (this.#told.has(key)) return
    this.#told.add(key)
    this.#target.write(`${line}\n`)
  }
}

class Bar implements Shown {
  readonly #target: ProgressTarget
  readonly #told = new Set<string>()
  #shown = false

  constructor(target: ProgressTarget) {
    this.#target = target
  }

  update(job: Job): void {
    if (job.status !== 'processing') return
    this.#shown = true
    this.#target.write(`\r${barLine(job, this.#target.columns ?? 80)}\u001b[K`)
  }

  /** Above the bar, where it stays. */
  tell(_jobId: string, facts: FirstFacts): void {
    for (const line of factsLines(facts)) {
      if (this.#told.has(line)) continue
      this.#told.add(line)
      this.#target.write(`\r${line}\u001b[K\n`)
    }
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
  const texts = terminalTexts()
  const { progress } = texts.terminal
  const count = units === null ? '' : ` · ${unitsText(units, texts)}`
  const left = job.secondsLeft === null ? '' : ` · ${progress.secondsLeft({ seconds: job.secondsLeft })}`
  const stage = job.stage === null ? progress.waiting : doingOf(job, job.stage, texts)
  const percent = progress.percent({ percent: String(Math.floor(job.percent)).padStart(3) })
  const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`
  const line = `${bar} ${percent} ${job.source.name} · ${stage}${count}${left}`
  return [...line].slice(0, Math.max(0, columns - 1)).join('')
}

function doingOf({ pipeline }: Job, stage: StageName, { terminal: { progress } }: Texts): string {
  return pipeline === 'document' && stage === 'convert' ? progress.doingOfDocument.convert : progress.doing[stage]
}

function unitsText({ done, total, unit: name }: NonNullable<Job['units']>, { stages }: Texts): string {
  const unit = isNamed(name, stages.units) ? stages.units[name] : name
  return total === null ? stages.unitsDone({ done, unit }) : stages.unitsDoneOf({ done, total, unit })
}

function isNamed(unit: string, units: Texts['stages']['units']): unit is keyof Texts['stages']['units'] {
  return Object.hasOwn(units, unit)
}

function doneLine(name: string, stage: StageName, elapsedMs: number): string {
  const { progress } = terminalTexts().terminal
  return progress.done[stage]({ name, time: progress.seconds({ seconds: elapsedMs / 1_000 }) })
}

function triedAgainLine(name: string, message: string): string {
  return terminalTexts().terminal.progress.triedAgain({ name, message })
}
