/**
 * One host of a lane and the run on it.
 *
 *   starting -> idle <-> busy -> gone
 *         \_______________/
 * A run is sent when the process hears. Whatever ends the process ends the run on it, and nothing else.
 */
import { sweepScratchFolders } from '../../disk/scratch.ts'
import type { FromWorker, WorkerResult } from '../../shared/contract/worker.ts'
import type { FailureReason } from '../../shared/failure/failure.ts'
import type { Texts } from '../../shared/texts/texts.ts'
import { failedRun } from './failed-run.ts'
import { type FromHost, fromHostSchema, type RunEnd } from './host-messages.ts'
import type { HostExit, HostLaunch, HostProcess, LaunchHost } from './hosts/host-process.ts'
import type { LedgerHost } from './memory-ledger.ts'
import type { PendingRun } from './pending-run.ts'
import { type RunWatch, watchRun } from './run-watch.ts'

export interface SlotEvents {
  /** Its memory was measured while it works. */
  readonly onMeasured: (slot: HostSlot) => void
  /** It waits for work now. */
  readonly onIdle: (slot: HostSlot) => void
  /** Its process has ended; `wasReady`: it had come to hear. */
  readonly onGone: (slot: HostSlot, wasReady: boolean) => void
}

interface BusyRun {
  readonly id: number
  readonly pending: PendingRun
  readonly watch: RunWatch
  isSent: boolean
  over: { readonly reason: FailureReason; readonly detail: string } | null
  killTimer: NodeJS.Timeout | undefined
}

/** A host ends the thread of a cancelled run within a second; one that does not is ended itself. */
const cancelGraceMs = 1_500

export class HostSlot implements LedgerHost {
  readonly #process: HostProcess
  readonly #texts: Texts
  readonly #events: SlotEvents
  #run: BusyRun | null = null
  #runs = 0
  #isReady = false
  #isGone = false
  #residentBytes = 0
  #sharedBytes = 0
  /** What it had when its process ended. */
  #lastBytes = 0
  readonly #gone = Promise.withResolvers<void>()

  constructor(launchHost: LaunchHost, launch: HostLaunch, texts: Texts, events: SlotEvents) {
    this.#texts = texts
    this.#events = events
    this.#process = launchHost(launch, {
      onMessage: (message) => this.#hear(message),
      onExit: (exit) => this.#end(exit),
    })
    this.#process.setBusy(false)
  }

  get residentBytes(): number {
    return this.#residentBytes
  }

  get sharedBytes(): number {
    return this.#sharedBytes
  }

  get isBusy(): boolean {
    return this.#run !== null
  }

  get isGone(): boolean {
    return this.#isGone
  }

  /** Whether it has done work before, so that what the work needs is loaded. */
  get isWarm(): boolean {
    return this.#runs > 0
  }

  get work(): LedgerHost['work'] {
    const pending = this.#run?.pending
    return pending ? { sourceKey: pending.sourceKey, memoryBytes: pending.bounds.memoryBytes } : null
  }

  /** `memoryBytes`: what this process may take. */
  begin(pending: PendingRun, memoryBytes: number): void {
    if (this.#run !== null || this.#isGone) throw new Error('A host was given work it cannot begin')
    this.#runs += 1
    const watch = watchRun(pending.bounds, pending.folder, (reason, detail) => this.endRun(reason, detail))
    this.#run = { id: this.#runs, pending, watch, isSent: false, over: null, killTimer: undefined }
    pending.onCancel = () => this.#cancel()
    pending.memoryBytes = memoryBytes
    this.#process.setBusy(true)
    if (this.#isReady) this.#send(this.#run)
  }

  /** The run went beyond a bound: its process ends, and with it the run. */
  endRun(reason: FailureReason, detail: string): void {
    if (this.#run === null || this.#run.over !== null) return
    this.#run.over = { reason, detail }
    this.#process.kill()
  }

  /** Settles when the process is no more. */
  kill(): Promise<void> {
    this.#process.setBusy(true)
    this.#process.kill()
    return this.#gone.promise
  }

  #send(run: BusyRun): void {
    const { name, input, memoryBytes, isCancelled } = run.pending
    run.isSent = true
    this.#process.send({ type: 'run', id: run.id, name, input, language: this.#texts.language, memoryBytes })
    if (isCancelled) this.#cancel()
  }

  #cancel(): void {
    const run = this.#run
    if (run === null || run.killTimer !== undefined) return
    if (!run.isSent) {
      this.#finish({ outcome: 'cancelled' })
      return
    }
    this.#process.send({ type: 'cancel', id: run.id })
    run.killTimer = setTimeout(() => this.#process.kill(), cancelGraceMs)
  }

  #hear(message: unknown): void {
    const parsed = fromHostSchema.safeParse(message)
    if (!parsed.success) {
      this.endRun('worker_died', `it said something that is no message: ${parsed.error.message}`)
      return
    }
    const said: FromHost = parsed.data
    switch (said.type) {
      case 'ready':
        this.#isReady = true
        if (this.#run !== null) this.#send(this.#run)
        return
      case 'usage':
        this.#residentBytes = said.residentBytes
        this.#sharedBytes = said.sharedBytes
        this.#run?.watch.used(said.cpuMs)
        if (this.#run !== null) this.#events.onMeasured(this)
        return
      case 'told':
        if (this.#run?.id !== said.id) return
        this.#run.watch.heard()
        this.#tell(this.#run, said.told)
        return
      case 'ended':
        if (this.#run?.id === said.id && this.#run.over === null) this.#finish(this.#settled(this.#run, said.end))
        return
    }
  }

  /** What is told of the tables can allow the run more memory than it was given when nothing was known of them. */
  #tell({ id, pending }: BusyRun, told: FromWorker): void {
    const before = pending.bounds.memoryBytes
    pending.tell(told)
    const more = pending.bounds.memoryBytes - before
    if (more <= 0) return
    pending.memoryBytes += more
    this.#process.send({ type: 'allow', id, memoryBytes: pending.memoryBytes })
  }

  #settled({ pending: { name, input } }: BusyRun, end: RunEnd): WorkerResult<unknown> {
    return end.outcome === 'died' ? failedRun(this.#texts, name, input, end.reason, end.detail) : end
  }

  #finish(result: WorkerResult<unknown>): void {
    const run = this.#run
    if (run === null) return
    this.#run = null
    run.watch.end()
    clearTimeout(run.killTimer)
    if (!this.#isGone) this.#process.setBusy(false)
    run.pending.settle(result)
    if (!this.#isGone) this.#events.onIdle(this)
  }

  #end(exit: HostExit): void {
    this.#isGone = true
    this.#lastBytes = this.#residentBytes
    this.#residentBytes = 0
    const run = this.#run
    // One that was killed leaves what its queries spilled, which may be gigabytes, and the next start may be weeks away.
    if (exit.code !== 0) sweepScratchFolders()
    if (run !== null) this.#finish(this.#resultOf(run, exit))
    this.#events.onGone(this, this.#isReady)
    this.#gone.resolve()
  }

  #resultOf({ pending, over }: BusyRun, { code, signal, errors }: HostExit): WorkerResult<unknown> {
    const { name, input, memoryBytes } = pending
    if (over !== null) return failedRun(this.#texts, name, input, over.reason, over.detail)
    const how = `its process ended (${signal ?? `status ${code}`})${errors === '' ? '' : `\n${errors}`}`
    // It ended itself, or the system did: what it last told of its memory says why.
    if (this.#lastBytes > memoryBytes) return failedRun(this.#texts, name, input, 'too_much_memory', how)
    const isMemory = /out of memory|bad_alloc/iu.test(errors)
    return failedRun(this.#texts, name, input, isMemory ? 'out_of_memory' : 'worker_died', how)
  }
}
