/** Reads damaged documents in a process of its own with a memory limit, and counts how each ended. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import path from 'node:path'

export interface Asked {
  readonly file: string
  readonly name: string
  readonly bytes: number
  readonly mostPages: number
}

export interface Ended {
  readonly result:
    | { readonly is: 'read'; readonly kind: string; readonly pages: number }
    /** A table: its import is all that is tried here. */
    | { readonly is: 'told'; readonly kind: string; readonly pages: 0 }
    | { readonly is: 'refused'; readonly reason: string; readonly detail: string }
  /** Of all its threads: a machine that is busy with other things does not make a document slow. */
  readonly cpuMs: number
  /** Null where the system does not say. */
  readonly peakMegabytes: number | null
  /** What it still has when the document is done. */
  readonly restMegabytes: number
}

export type Verdict = Ended['result']['is'] | 'crashed' | 'hung' | 'unclear' | 'slow' | 'large'

export interface Swept {
  readonly label: string
  readonly verdict: Verdict
  readonly cpuMs: number
  readonly peakMegabytes: number
  readonly detail: string
}

export interface Limits {
  readonly mostPages: number
  readonly heapMegabytes: number
  readonly peakMegabytes: number
  /** Processor time of a page, and once more for the document as a whole. */
  readonly pageMs: number
  /** Of the clock, until it counts as hung. */
  readonly hangMs: number
}

export const usualLimits: Limits = {
  mostPages: 10,
  heapMegabytes: 384,
  peakMegabytes: 512,
  pageMs: 10_000,
  hangMs: 120_000,
}

/** Reasons that say nothing to a person about the file. */
const unclearReasons: ReadonlySet<string> = new Set(['internal', 'worker_died', 'out_of_memory'])
/** A fresh process has some 150. */
const restartMegabytes = 300
const childFile = path.join(import.meta.dirname, 'child.ts')

export interface Sweeper {
  /** `label` names the file and its damage. */
  read(file: string, name: string, label: string): Promise<Swept>
  close(): Promise<void>
}

export function createSweeper(limits: Limits = usualLimits): Sweeper {
  let child: ChildProcess | null = null
  let errors = ''

  const start = async (): Promise<ChildProcess> => {
    const started = fork(childFile, { execArgv: [`--max-old-space-size=${limits.heapMegabytes}`], silent: true })
    errors = ''
    started.stderr?.on('data', (chunk: Buffer) => {
      errors = (errors + chunk.toString('utf8')).slice(-2000)
    })
    started.stdout?.resume()
    await once(started, 'message')
    return started
  }

  const stop = async (): Promise<void> => {
    if (child === null) return
    const stopped = child
    child = null
    if (stopped.exitCode !== null) return
    const exited = once(stopped, 'exit')
    stopped.kill('SIGKILL')
    await exited
  }

  return {
    async read(file, name, label) {
      child ??= await start()
      const running = child
      const ended = await new Promise<Ended | 'crashed' | 'hung'>((resolve) => {
        const timer = setTimeout(() => finish('hung'), limits.hangMs)
        const onMessage = (message: unknown): void => finish(message as Ended)
        const onExit = (): void => finish('crashed')
        const finish = (how: Ended | 'crashed' | 'hung'): void => {
          clearTimeout(timer)
          running.off('message', onMessage)
          running.off('exit', onExit)
          resolve(how)
        }
        running.on('message', onMessage)
        running.on('exit', onExit)
        running.send({ file, name, bytes: statSync(file).size, mostPages: limits.mostPages } satisfies Asked)
      })
      if (ended === 'crashed' || ended === 'hung') {
        running.kill('SIGKILL')
        child = null
        return {
          label,
          verdict: ended,
          cpuMs: limits.hangMs,
          peakMegabytes: 0,
          detail: errors.trim().split('\n').slice(-3).join(' | '),
        }
      }
      // What one document leaves behind must not count for the next.
      if (ended.restMegabytes > restartMegabytes) await stop()
      return { label, ...judge(ended, limits), cpuMs: ended.cpuMs, peakMegabytes: ended.peakMegabytes ?? 0 }
    },
    close: stop,
  }
}

function judge({ result, cpuMs, peakMegabytes }: Ended, limits: Limits): Pick<Swept, 'verdict' | 'detail'> {
  const pages = result.is === 'refused' ? 0 : result.pages
  if (result.is === 'refused' && unclearReasons.has(result.reason)) {
    return { verdict: 'unclear', detail: `${result.reason}: ${result.detail.replace(/\s+/gu, ' ')}` }
  }
  if (cpuMs > (pages + 1) * limits.pageMs) return { verdict: 'slow', detail: `${Math.round(cpuMs)} ms` }
  if ((peakMegabytes ?? 0) > limits.peakMegabytes) {
    return { verdict: 'large', detail: `${Math.round(peakMegabytes ?? 0)} MB` }
  }
  return { verdict: result.is, detail: result.is === 'refused' ? result.reason : `${result.kind}, ${pages} pages` }
}

export const faults: readonly Verdict[] = ['crashed', 'hung', 'unclear', 'slow', 'large']

/** One line a verdict, and one for every fault. */
export function describeSweep(swept: readonly Swept[]): string {
  const counts = new Map<string, number>()
  const reasons = new Map<string, number>()
  for (const { verdict, detail } of swept) {
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
    if (verdict === 'refused') reasons.set(detail, (reasons.get(detail) ?? 0) + 1)
  }
  const slowest = swept.reduce<Swept | null>(
    (worst, one) => (worst === null || one.cpuMs > worst.cpuMs ? one : worst),
    null,
  )
  const largest = swept.reduce<Swept | null>(
    (worst, one) => (worst === null || one.peakMegabytes > worst.peakMegabytes ? one : worst),
    null,
  )
  const lines = [
    `${swept.length} documents: ${[...counts].map(([verdict, count]) => `${count} ${verdict}`).join(', ')}`,
    `refused for: ${[...reasons]
      .sort(([, one], [, other]) => other - one)
      .map(([reason, count]) => `${reason} ${count}`)
      .join(', ')}`,
    `slowest ${Math.round(slowest?.cpuMs ?? 0)} ms (${slowest?.label ?? ''}), largest ${Math.round(largest?.peakMegabytes ?? 0)} MB (${largest?.label ?? ''})`,
    ...swept
      .filter(({ verdict }) => faults.includes(verdict))
      .map(({ label, verdict, detail }) => `  ${verdict}: ${label}: ${detail}`),
  ]
  return lines.join('\n')
}
