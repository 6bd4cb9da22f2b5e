/** Hosts for one kind of work, at most so many at once, and what waits for them, first come first served. */
import type { WorkerResult } from '../../shared/contract/worker.ts'
import type { Texts } from '../../shared/texts/texts.ts'
import { HostSlot } from './host-slot.ts'
import type { HostLaunch, LaunchHost } from './hosts/host-process.ts'
import type { PendingRun } from './pending-run.ts'

export interface LaneOptions {
  readonly most: number
  readonly launchHost: LaunchHost
  readonly launch: HostLaunch
  readonly texts: Texts
  /** What the process of a run may take of the memory, in bytes, as things are now. */
  readonly shareOf: (pending: PendingRun) => number
  readonly onMeasured: (slot: HostSlot) => void
}

/** A host without work is ended after so long, but for one: that is kept, or begun, so that nobody waits for it. */
const idleTimeoutMs = 45_000
/** A host that still has this much of a run's share is too full to begin it, if a fresh one would have less. */
const fullShare = 0.6
/** With all loaded that stages work with, in bytes: a fresh host comes to as much, after a second of loading. */
const loadedBytes = 200 * 1024 * 1024

export class Lane {
  readonly #options: LaneOptions
  readonly #waiting: PendingRun[] = []
  readonly #runs = new Set<PendingRun>()
  readonly #slots = new Set<HostSlot>()
  readonly #idleTimers = new Map<HostSlot, NodeJS.Timeout>()
  #keepsOne = false
  #isClosed = false

  constructor(options: LaneOptions) {
    this.#options = options
  }

  get slots(): ReadonlySet<HostSlot> {
    return this.#slots
  }

  /** From now on there is always a host, ready for what may come. */
  keepOne(): void {
    this.#keepsOne = true
    this.#replenish()
  }

  async run(pending: PendingRun): Promise<WorkerResult<unknown>> {
    this.#runs.add(pending)
    pending.onCancel = () => {
      this.#waiting.splice(this.#waiting.indexOf(pending), 1)
      pending.settle({ outcome: 'cancelled' })
    }
    if (pending.isCancelled || this.#isClosed) pending.settle({ outcome: 'cancelled' })
    else {
      this.#waiting.push(pending)
      this.#serve()
    }
    try {
      return await pending.finished
    } finally {
      this.#runs.delete(pending)
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    const runs = [...this.#runs]
    for (const run of runs) run.cancel()
    await Promise.all(runs.map((run) => run.finished))
    await Promise.all([...this.#slots].map((slot) => slot.kill()))
  }

  #serve(): void {
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      const slot = this.#freeSlot(this.#options.shareOf(next))
      if (slot === null) return
      this.#waiting.shift()
      this.#stopIdling(slot)
      slot.begin(next, this.#options.shareOf(next))
    }
  }

  /** A warm one first, since it has loaded what the work needs. */
  #freeSlot(share: number): HostSlot | null {
    const idle = [...this.#slots].filter((slot) => !slot.isBusy && !slot.isGone)
    for (const slot of idle.toSorted((one, other) => Number(other.isWarm) - Number(one.isWarm))) {
      if (slot.residentBytes < Math.max(loadedBytes, share * fullShare)) return slot
      // A fresh one takes its place; what the old one has is given back.
      this.#slots.delete(slot)
      void slot.kill()
    }
    return this.#slots.size < this.#options.most ? this.#start() : null
  }

  #start(): HostSlot {
    const { launchHost, launch, texts, onMeasured } = this.#options
    const slot = new HostSlot(launchHost, launch, texts, {
      onMeasured,
      onIdle: (idle) => {
        this.#idle(idle)
        this.#serve()
      },
      onGone: (gone, wasReady) => {
        this.#slots.delete(gone)
        this.#stopIdling(gone)
        this.#serve()
        // One that never came to hear would not the next time either.
        if (wasReady) this.#replenish()
      },
    })
    this.#slots.add(slot)
    return slot
  }

  #idle(slot: HostSlot): void {
    this.#stopIdling(slot)
    const timer = setTimeout(() => void slot.kill(), idleTimeoutMs)
    timer.unref()
    this.#idleTimers.set(slot, timer)
  }

  #stopIdling(slot: HostSlot): void {
    clearTimeout(this.#idleTimers.get(slot))
    this.#idleTimers.delete(slot)
  }

  #replenish(): void {
    if (this.#keepsOne && !this.#isClosed && this.#slots.size === 0) this.#start()
  }
}
