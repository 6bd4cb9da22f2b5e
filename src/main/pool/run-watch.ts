/** Watches one run for what only time tells: that it says nothing any more, or fills the disk. */
import { opendir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { FailureReason } from '../../shared/failure/failure.ts'
import type { Bounds } from './bounds.ts'

export interface RunWatch {
  /** The work has begun, or said something. */
  heard(): void
  /** Processor time of its process since that began, ms. */
  used(cpuMs: number): void
  end(): void
}

export type OverBound = (reason: FailureReason, detail: string) => void

const listenEveryMs = 1_000
/** Between two looks at the folder, and at least so many times as long as a look takes. */
const lookEveryMs = 1_000
const lookPause = 20

/** `folder`: where it writes; null for none. `over` is called at most once. */
export function watchRun(bounds: Bounds, folder: string | null, over: OverBound): RunWatch {
  let cpuMs = 0
  /** Null until the work has begun: to wait for a thread is not to be silent. */
  let heard: { readonly atMs: number; readonly cpuMs: number } | null = null
  let isOver = false
  let looking: NodeJS.Timeout | undefined
  const report: OverBound = (reason, detail) => {
    if (isOver) return
    end()
    over(reason, detail)
  }
  const listen = (): void => {
    if (heard === null || isOver) return
    const clock = performance.now() - heard.atMs
    const busy = Math.min(clock, cpuMs - heard.cpuMs)
    if (busy < bounds.busySilenceMs && clock < bounds.silenceMs) return
    report('too_slow', `nothing came for ${Math.round(clock / 1_000)} s, ${Math.round(busy / 1_000)} s of them busy`)
  }
  const look = async (within: string): Promise<void> => {
    const startedAtMs = performance.now()
    const { bytes, files } = await filled(within, bounds)
    if (isOver) return
    if (bytes > bounds.outputBytes) report('too_much_output', `more than ${bounds.outputBytes} bytes were written`)
    else if (files > bounds.outputFiles) report('too_much_output', `more than ${bounds.outputFiles} files were written`)
    else lookIn(within, Math.max(lookEveryMs, lookPause * (performance.now() - startedAtMs)))
  }
  const lookIn = (within: string, ms: number): void => {
    looking = setTimeout(() => void look(within), ms)
  }
  const listening = setInterval(listen, listenEveryMs)
  if (folder !== null) lookIn(folder, lookEveryMs)
  const end = (): void => {
    isOver = true
    clearInterval(listening)
    clearTimeout(looking)
  }
  return {
    heard: () => {
      heard = { atMs: performance.now(), cpuMs }
    },
    used: (now) => {
      cpuMs = now
      listen()
    },
    end,
  }
}

/** What lies in a folder and below it, counted until it is more than the bounds allow. What goes meanwhile is not there. */
async function filled(folder: string, { outputBytes, outputFiles }: Bounds): Promise<{ bytes: number; files: number }> {
  let bytes = 0
  let files = 0
  const visit = async (place: string): Promise<void> => {
    try {
      for await (const entry of await opendir(place)) {
        if (bytes > outputBytes || files > outputFiles) return
        const inside = path.join(place, entry.name)
        if (entry.isDirectory()) await visit(inside)
        else {
          files += 1
          bytes += (await stat(inside)).size
        }
      }
    } catch {
      // Folders are made, renamed and removed while they are looked at.
    }
  }
  await visit(folder)
  return { bytes, files }
}
