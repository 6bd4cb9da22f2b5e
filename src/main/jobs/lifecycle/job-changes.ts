/** What every change of a job's state goes through: one transaction, its event, and the points at which tests may stop it. */
import type { Failure } from '../../../shared/failure/failure.ts'
import { insertJobEvent, type JobEventType } from '../../store/job-events.ts'
import type { Claim, JobRow } from '../../store/jobs.ts'
import type { Library } from '../../store/library.ts'
import type { AtFaultPoint, ChangeName } from '../faults.ts'

export interface LifecycleOptions {
  readonly library: Library
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** Uniform on [0, 1). */
  readonly random: () => number
  readonly newId: () => string
  readonly atFaultPoint: AtFaultPoint
  /** Of a source whose content is that of another that is being read; `name`: of the other. */
  readonly describeSameContent: (name: string) => string
  readonly describeCrashes: (job: JobRow) => Failure
  /** Called after each committed change that may have moved a job from one state to another. Must not throw. */
  readonly onCountsChanged?: () => void
}

export class JobChanges {
  readonly library: Library
  readonly options: LifecycleOptions

  constructor(options: LifecycleOptions) {
    this.library = options.library
    this.options = options
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.options.clock()
  }

  /** To be called within the work of a change: the event is written in its transaction. */
  record(jobId: string, type: JobEventType, detail?: object): void {
    insertJobEvent(this.library, { jobId, at: this.now(), type, ...(detail === undefined ? {} : { detail }) })
  }

  /** Does all of the work in one transaction, or nothing of it. */
  run<Result>(name: ChangeName, work: () => Result): Result {
    const { atFaultPoint, onCountsChanged } = this.options
    const whole = (): Result => {
      const done = work()
      atFaultPoint(`${name}:inside`)
      return done
    }
    // A begun attempt that a power cut undoes was at work on nothing recorded: the job is simply queued again.
    const isBeginning = name === 'claim' || name === 'begin_stage'
    const result = isBeginning ? this.library.relaxedTransaction(whole) : this.library.transaction(whole)
    atFaultPoint(`${name}:after`)
    if (movesJobs(name)) onCountsChanged?.()
    return result
  }
}

function movesJobs(name: ChangeName): boolean {
  // A finished import may end its job in favour of another.
  return name !== 'begin_stage' && name !== 'edit'
}

/** The claim alone, of a row that holds one. */
export function ownerOf(owner: Claim): Claim {
  return { id: owner.id, claim: owner.claim }
}
