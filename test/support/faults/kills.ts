/** The proof: an engine killed again and again while it does real work, and after each death everything still there. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FaultPoint } from '../../../src/main/jobs/faults.ts'
import { stageNames } from '../../../src/shared/job/stage.ts'
import type { Bundle } from './bundle.ts'
import { type Inspection, inspect } from './inspect.ts'
import type { Action, LifePlan } from './life.ts'
import { type KillTime, type Life, live } from './live.ts'
import { dice, writeHeaderOnly, writeReport, writeTable } from './small-files.ts'

/** Every named point of `src/main/jobs/faults.ts`, with what brings a process there. */
const actionOf = {
  create: 'none',
  claim: 'none',
  begin_stage: 'none',
  finish_stage: 'none',
  complete: 'none',
  fail: 'none',
  recover: 'none',
  cancel: 'cancel',
  retry: 'cancel_and_retry',
  yield: 'pause',
  edit: 'prioritize',
} as const satisfies Partial<Record<string, Action>>

export const faultPoints: readonly { readonly point: FaultPoint; readonly action: Action }[] = [
  ...Object.entries(actionOf).flatMap(([change, action]) => [
    { point: `${change}:inside` as FaultPoint, action },
    { point: `${change}:after` as FaultPoint, action },
  ]),
  ...stageNames.flatMap((stage) =>
    (['before_write', 'before_rename', 'after_rename'] as const).map((moment) => ({
      point: `${stage}:${moment}` as const,
      action: 'none' as const,
    })),
  ),
  ...(['opened', 'page', 'assembled'] as const).map((moment) => ({
    point: `document:${moment}` as const,
    action: 'none' as const,
  })),
]

export interface KillOptions {
  readonly kills: number
  readonly seed: number
  /** Each so-manieth kill comes from outside at a random time, the others at the named points in turn. */
  readonly randomEvery: number
  /** A fresh data folder after this many, so that the checks stay quick. */
  readonly killsPerFolder: number
  readonly onProgress?: (kills: number) => void
}

export interface KillReport {
  kills: number
  readonly atPoints: Map<FaultPoint, number>
  /** Armed at a point the process did not come to in time: killed from outside instead. */
  pointsMissed: number
  acknowledged: number
  lost: number
  /** Cancels that were acknowledged and did not hold. */
  undone: number
  completed: number
  /** Of those completed, documents. */
  documents: number
  storiesDuplicated: number
  /** Completed jobs without a story or document, stories and documents without one. */
  halfDone: number
  stagesRepeated: number
  corruptions: number
  leftovers: number
  unverified: number
  slowestRecoveryMs: number
  readonly recoveriesMs: number[]
  /** One line a violation, with the seed and the number of the kill. */
  readonly violations: string[]
}

/** Of jobs waiting or running that are wanted at each start. */
const wantedOpen = 4
const missedPointMs = 4_000
/** One in so many files has nothing under its header and fails for good. */
const badEvery = 9
/** One in so many is a document. */
const documentEvery = 8

export async function runKills(bundle: Bundle, options: KillOptions): Promise<KillReport> {
  const report: KillReport = {
    kills: 0,
    atPoints: new Map(),
    pointsMissed: 0,
    acknowledged: 0,
    lost: 0,
    undone: 0,
    completed: 0,
    documents: 0,
    storiesDuplicated: 0,
    halfDone: 0,
    stagesRepeated: 0,
    corruptions: 0,
    leftovers: 0,
    unverified: 0,
    slowestRecoveryMs: 0,
    recoveriesMs: [],
    violations: [],
  }
  await prime(bundle)
  for (let folder = 0; report.kills < options.kills; folder += 1) {
    const root = mkdtempSync(path.join(tmpdir(), 'storyglass-faults-'))
    try {
      const kills = Math.min(options.killsPerFolder, options.kills - report.kills)
      await new Folder(bundle, root, options, report, dice(options.seed * 1_000 + folder)).run(kills)
    } finally {
      rmSync(root, { recursive: true, force: true })
    }
  }
  return report
}

/** One life to a good end, because only then Node keeps what it compiled for the lives to come. */
async function prime(bundle: Bundle): Promise<void> {
  const root = mkdtempSync(path.join(tmpdir(), 'storyglass-faults-'))
  try {
    const files = [writeTable(root, 'first.csv', dice(0)), writeReport(root, 'first.pdf', dice(0))]
    const plan = {
      dataDir: path.join(root, 'data'),
      files,
      action: 'none',
      concurrency: 1,
      armed: null,
      finish: true,
    } as const
    const { said, errors } = await live(bundle, plan, path.join(root, 'runs'), null)
    if (said.at(-1)?.say !== 'closed') throw new Error(`The process to kill does not work: ${errors}`)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** One data folder and its many lives. */
class Folder {
  readonly #bundle: Bundle
  readonly #root: string
  readonly #dataDir: string
  readonly #runsFile: string
  readonly #options: KillOptions
  readonly #report: KillReport
  readonly #random: () => number
  readonly #acknowledged = new Map<string, string>()
  #files = 0
  #last: Inspection | null = null

  constructor(bundle: Bundle, root: string, options: KillOptions, report: KillReport, random: () => number) {
    this.#bundle = bundle
    this.#root = root
    this.#dataDir = path.join(root, 'data')
    this.#runsFile = path.join(root, 'runs')
    this.#options = options
    this.#report = report
    this.#random = random
    mkdirSync(path.join(root, 'copy'))
    mkdirSync(path.join(root, 'files'))
  }

  async run(kills: number): Promise<void> {
    for (let kill = 0; kill < kills; kill += 1) {
      const atPoint = (this.#report.kills + 1) % this.#options.randomEvery !== 0
      const { plan, time } = atPoint ? this.#planPoint() : this.#planRandom()
      const life = await live(this.#bundle, plan, this.#runsFile, time)
      this.#report.kills += 1
      if (life.signal !== 'SIGKILL') this.#violation(`the process ended by itself (${life.status}): ${life.errors}`)
      this.#count(plan, life)
      this.#check(life)
      this.#options.onProgress?.(this.#report.kills)
    }
    await this.#finish()
  }

  #planPoint(): { plan: Omit<LifePlan, 'workerFile'>; time: KillTime } {
    const { kills } = this.#report
    const atPointsBefore = kills - Math.floor(kills / this.#options.randomEvery)
    const { point, action } = faultPoints[atPointsBefore % faultPoints.length] ?? {
      point: 'claim:after',
      action: 'none',
    }
    const [name] = point.split(':')
    const wanted = this.#filesWanted(name === 'create' ? 1 : 0, name === 'fail')
    // The first one made is the first to run.
    const files = name === 'document' ? [this.#writeReport(), ...wanted] : wanted
    const isRepeated = name === 'finish_stage' || name === 'begin_stage' || point === 'document:page'
    const hit = isRepeated ? 1 + Math.floor(3 * this.#random()) : 1
    return {
      plan: { dataDir: this.#dataDir, files, action, concurrency: 1, armed: { point, hit }, finish: false },
      time: { from: 'running', afterMs: missedPointMs },
    }
  }

  #planRandom(): { plan: Omit<LifePlan, 'workerFile'>; time: KillTime } {
    const actions: readonly Action[] = ['none', 'none', 'none', 'cancel', 'cancel_and_retry', 'pause', 'prioritize']
    const action = actions[Math.floor(actions.length * this.#random())] ?? 'none'
    const plan = {
      dataDir: this.#dataDir,
      files: this.#filesWanted(0, false),
      action,
      concurrency: this.#random() < 0.3 ? 2 : 1,
      armed: null,
      finish: false,
    }
    const early = this.#random() < 0.2
    return { plan, time: { from: early ? 'start' : 'running', afterMs: (early ? 250 : 450) * this.#random() } }
  }

  #filesWanted(atLeast: number, bad: boolean): string[] {
    let open = 0
    for (const { status } of this.#last?.jobs.values() ?? [])
      if (status === 'queued' || status === 'processing') open += 1
    const files = Array.from({ length: Math.max(atLeast, wantedOpen - open) }, () => this.#write(false))
    return bad ? [...files, this.#write(true)] : files
  }

  #writeReport(): string {
    this.#files += 1
    return writeReport(path.join(this.#root, 'files'), `report-${this.#files}.pdf`, this.#random)
  }

  #write(bad: boolean): string {
    if (!bad && (this.#files + 1) % documentEvery === 0) return this.#writeReport()
    this.#files += 1
    const folder = path.join(this.#root, 'files')
    return bad || this.#files % badEvery === 0
      ? writeHeaderOnly(folder, `bad-${this.#files}.csv`, this.#random)
      : writeTable(folder, `table-${this.#files}.csv`, this.#random)
  }

  #count(plan: Omit<LifePlan, 'workerFile'>, life: Life): void {
    const { armed } = plan
    if (armed === null) return
    if (life.killedFromOutside) {
      this.#report.pointsMissed += 1
      return
    }
    this.#report.atPoints.set(armed.point, (this.#report.atPoints.get(armed.point) ?? 0) + 1)
  }

  #check(life: Life): Inspection {
    const report = this.#report
    if (life.recoveryMs !== null) {
      report.recoveriesMs.push(life.recoveryMs)
      report.slowestRecoveryMs = Math.max(report.slowestRecoveryMs, life.recoveryMs)
    }
    for (const line of life.said) {
      if (line.say === 'acknowledged' && !this.#acknowledged.has(line.id)) {
        this.#acknowledged.set(line.id, line.file)
        report.acknowledged += 1
      }
      if (line.say !== 'recovered') continue
      for (const folder of line.temporaryFolders) {
        // That of a job over already is collected beside the jobs, later.
        const status = this.#last?.jobs.get(folder.split('/')[0] ?? '')?.status
        if (status !== 'processing' && status !== 'queued') continue
        report.leftovers += 1
        this.#violation(`left over after recovery: ${folder}`)
      }
    }
    const found = inspect(this.#dataDir, this.#runsFile, path.join(this.#root, 'copy'))
    for (const problem of found.integrityProblems) {
      report.corruptions += 1
      this.#violation(`integrity_check: ${problem}`)
    }
    for (const id of this.#acknowledged.keys()) {
      if (found.jobs.has(id)) continue
      report.lost += 1
      this.#violation(`job ${id} was acknowledged and is gone`)
      this.#acknowledged.delete(id)
    }
    for (const line of life.said) {
      if (line.say !== 'cancelled' || found.jobs.get(line.id)?.status === 'cancelled') continue
      report.undone += 1
      this.#violation(`job ${line.id} was cancelled and is ${found.jobs.get(line.id)?.status}`)
    }
    this.#raise('halfDone', found.halfDone, this.#last?.halfDone ?? 0)
    this.#raise('storiesDuplicated', found.duplicatedStories, this.#last?.duplicatedStories ?? 0)
    const known = new Set(this.#last?.repeatedStages)
    for (const repeated of found.repeatedStages) {
      if (known.has(repeated)) continue
      report.stagesRepeated += 1
      this.#violation(`stage repeated: ${repeated}`)
    }
    this.#last = found
    return found
  }

  #raise(name: 'halfDone' | 'storiesDuplicated', now: number, before: number): void {
    if (now <= before) return
    this.#report[name] += now - before
    this.#violation(`${name}: ${now}`)
  }

  /** The last life goes to its end: every acknowledged job ends as its file deserves, and nothing is left lying about. */
  async #finish(): Promise<void> {
    const plan = {
      dataDir: this.#dataDir,
      files: [],
      action: 'none',
      concurrency: 2,
      armed: null,
      finish: true,
    } as const
    const life = await live(this.#bundle, plan, this.#runsFile, null)
    if (life.said.at(-1)?.say !== 'closed') this.#violation(`the last life did not end well: ${life.errors}`)
    const found = this.#check(life)
    for (const line of life.said) {
      if (line.say !== 'verified' || line.matched === line.numbers) continue
      this.#report.unverified += 1
      this.#violation(`${line.numbers - line.matched} numbers of a story do not match`)
    }
    for (const [id, file] of this.#acknowledged) {
      const job = found.jobs.get(id)
      const bad = path.basename(file).startsWith('bad-')
      if (job?.status === 'completed' && !bad) {
        this.#report.completed += 1
        if (file.endsWith('.pdf')) this.#report.documents += 1
      } else if (!(bad && job?.status === 'failed' && job.reason === 'no_rows')) {
        this.#report.lost += 1
        this.#violation(`job ${id} (${path.basename(file)}) ended as ${job?.status}, ${job?.reason}`)
      }
    }
    const jobs = path.join(this.#dataDir, 'jobs')
    for (const id of readdirSync(jobs)) {
      for (const name of readdirSync(path.join(jobs, id))) {
        if (!name.includes('.tmp-')) continue
        this.#report.leftovers += 1
        this.#violation(`left over at the end: ${id}/${name}`)
      }
    }
  }

  #violation(what: string): void {
    this.#report.violations.push(`seed ${this.#options.seed}, kill ${this.#report.kills}: ${what}`)
  }
}
