/**
 * The pages of a PDF, read by as many threads as there are for it. A page that makes its worker hang or die costs itself
 * and no other: the thread is ended, the page is said to have failed, and the rest goes on.
 */
import { failedPart } from '../../../shared/document/part.ts'
import { CancelledError, type Failure, type FailureReason, StoryglassError } from '../../../shared/failure/failure.ts'
import type { PagedFormatId } from '../../../shared/file-formats/registry.ts'
import { readSourceOf } from '../pipelines/import-stage.ts'
import type { StageWork } from '../pipelines/pipeline.ts'
import { PageQueue } from './page-queue.ts'
import type { ReadingFolder } from './reading-folder.ts'

/** After so many pages that hang the document is made to hang: the others are not tried any more. */
const mostSilentPages = 2
/** A worker may die of something else than the page it is on, so that one is tried once more, by itself. */
const mostCrashes = 2
/** After so many pages whose workers died, likewise. */
const mostDeadPages = 10

export interface PagesToRead {
  readonly kind: PagedFormatId
  /** In the document's order. */
  readonly all: readonly number[]
  /** Read by an earlier attempt. */
  readonly done: ReadonlySet<number>
}

/**
 * Settles when each page has its part, with the reason of the last page that was ended for what it took; null for none.
 * Throws what makes the whole document fail, or `CancelledError`.
 */
export async function readPages(
  work: StageWork,
  folder: ReadingFolder,
  pages: PagesToRead,
): Promise<FailureReason | null> {
  const reading = new PageReading(work, folder, pages)
  await reading.run()
  return reading.endedFor
}

class PageReading {
  readonly #work: StageWork
  readonly #folder: ReadingFolder
  readonly #kind: PagedFormatId
  readonly #total: number
  readonly #done: Set<number>
  readonly #queue: PageQueue
  readonly #crashes = new Map<number, number>()
  /** Read by themselves, so that it is known who is to blame. */
  readonly #suspects: number[] = []
  readonly #failing = new AbortController()
  #silentPages = 0
  #deadPages = 0
  /** Pages read at a time were too much for the memory: from then on it is one. */
  #isCrowded = false
  #endedFor: FailureReason | null = null
  #active = 0
  /** The most ranges that were read at once: so many threads have loaded what they need. */
  #threadsLoaded = 0

  constructor(work: StageWork, folder: ReadingFolder, { kind, all, done }: PagesToRead) {
    this.#work = work
    this.#folder = folder
    this.#kind = kind
    this.#total = all.length
    this.#done = new Set(all.filter((page) => done.has(page)))
    this.#queue = new PageQueue(all.filter((page) => !done.has(page)))
  }

  get endedFor(): FailureReason | null {
    return this.#endedFor
  }

  async run(): Promise<void> {
    if (this.#done.size > 0) this.#work.resume(this.#done.size / this.#total)
    this.#report()
    const active = new Set<Promise<void>>()
    let failure: { readonly error: unknown } | null = null
    for (;;) {
      while (failure === null && !this.#work.signal.aborted) {
        const range = this.#nextRange(active.size)
        if (range === null) break
        const reading = this.#readRange(range)
          .catch((error: unknown) => {
            failure ??= { error }
            this.#failing.abort()
          })
          .finally(() => active.delete(reading))
        active.add(reading)
        this.#threadsLoaded = Math.max(this.#threadsLoaded, active.size)
      }
      if (active.size === 0) break
      await Promise.race(active)
    }
    if (this.#work.signal.aborted) throw new CancelledError()
    const failed = failure as { readonly error: unknown } | null
    if (failed !== null) throw failed.error
  }

  /** Null when there is none, or no thread for it now. */
  #nextRange(busy: number): readonly number[] | null {
    const threads = this.#isCrowded ? 1 : this.#work.documents.pageThreads(this.#work.job.source_bytes)
    if (busy >= threads) return null
    const suspect = this.#suspects.shift()
    if (suspect !== undefined) return [suspect]
    if (this.#queue.size === 0 || busy >= this.#queue.worthwhileThreads(threads, this.#threadsLoaded)) return null
    return this.#queue.take(threads)
  }

  async #readRange(pages: readonly number[]): Promise<void> {
    const { job, pool, signal, documents } = this.#work
    const input = {
      source: readSourceOf(this.#work),
      kind: this.#kind,
      password: documents.password(job.id),
      outputDir: this.#folder.path,
      pages: [...pages],
    }
    // Told of one after another, so that none is counted before the one that was read before it.
    let announcing: Promise<void> = Promise.resolve()
    this.#active += 1
    let hadCompany = this.#active > 1
    const result = await pool.runTask('document-pages', input, {
      lane: 'stages',
      signal: AbortSignal.any([signal, this.#failing.signal]),
      onProgress: ({ done }) => {
        hadCompany = this.#active > 1
        announcing = announcing.then(() => this.#announce(pages.slice(0, done)))
        // Awaited below; until then a rejection is not unhandled.
        announcing.catch(() => undefined)
      },
    })
    hadCompany ||= this.#active > 1
    this.#active -= 1
    await announcing
    await this.#announce(pages)
    const left = pages.filter((page) => !this.#done.has(page))
    const [culprit] = left
    if (culprit === undefined) return
    if (signal.aborted) throw new CancelledError()
    switch (result.outcome) {
      case 'done':
        throw new Error(`document-pages ended and left no part of page ${culprit}`)
      case 'cancelled':
        throw new CancelledError()
      case 'failed':
        await this.#failed(result.failure, left, hadCompany)
    }
  }

  /** `left`: the pages that were not read, first the one that was being read. */
  async #failed({ reason, detail }: Failure, left: readonly number[], hadCompany: boolean): Promise<void> {
    switch (reason) {
      case 'too_slow':
        this.#endedFor = reason
        await this.#silent(left)
        return
      case 'too_much_memory':
        if (hadCompany) {
          // Which of the pages that were read at a time took it is not known: none is blamed.
          this.#isCrowded = true
          this.#queue.putBack(left)
          return
        }
        this.#endedFor = reason
        await this.#died(left, 'it takes more memory than a document of this size is given', 1)
        return
      case 'out_of_memory':
        await this.#died(left, 'it takes more memory than there is', mostCrashes)
        return
      case 'worker_died':
        await this.#died(left, 'the reader stopped at it', mostCrashes)
        return
      default:
        throw new StoryglassError(reason, detail)
    }
  }

  async #silent([culprit = 0, ...others]: readonly number[]): Promise<void> {
    await this.#giveUp([culprit], 'it took too long')
    this.#queue.putBack(others)
    this.#silentPages += 1
    if (this.#silentPages === mostSilentPages) {
      await this.#giveUpRest(`${mostSilentPages} pages before it took too long, and it was not tried`)
    }
  }

  /** `most`: so many crashes at a page are its own fault. */
  async #died([culprit = 0, ...others]: readonly number[], cause: string, most: number): Promise<void> {
    const crashes = (this.#crashes.get(culprit) ?? 0) + 1
    this.#crashes.set(culprit, crashes)
    this.#queue.putBack(others)
    if (crashes < most) {
      this.#suspects.push(culprit)
      return
    }
    await this.#giveUp([culprit], cause)
    this.#deadPages += 1
    if (this.#deadPages === mostDeadPages) {
      await this.#giveUpRest(`${mostDeadPages} pages before it could not be read, and it was not tried`)
    }
  }

  async #giveUpRest(cause: string): Promise<void> {
    await this.#giveUp([...this.#queue.drain(), ...this.#suspects.splice(0)], cause)
  }

  async #giveUp(pages: readonly number[], cause: string): Promise<void> {
    for (const page of pages) await this.#folder.writePart(failedPart(page, cause))
    await this.#announce(pages)
  }

  /** Counts and tells of those whose part is there, each once. */
  async #announce(pages: readonly number[]): Promise<void> {
    const ready: number[] = []
    for (const page of pages) {
      if (this.#done.has(page) || !(await this.#folder.hasPart(page))) continue
      this.#done.add(page)
      ready.push(page)
    }
    if (ready.length === 0) return
    this.#report()
    this.#work.documents.onPages(this.#work.job.id, ready)
    for (const _page of ready) this.#work.documents.atFaultPoint('document:page')
  }

  #report(): void {
    if (this.#total === 0) return
    this.#work.report({ done: this.#done.size, total: this.#total, unit: 'pages', note: null })
  }
}
