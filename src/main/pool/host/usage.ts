/** What this process takes of the memory and the processor, measured while work goes on. */

export interface Usage {
  readonly residentBytes: number
  /** Since the process began, of all its threads. */
  readonly cpuMs: number
}

/** Memory is filled at some 2 GB a second at most: this far apart, two measures differ by some 40 MB. */
const measureEveryMs = 20
/** A smaller change is not told by itself. */
const smallestChangeBytes = 4 * 1024 * 1024
/** Told at least this often, whatever changes. */
const tellEveryMs = 250

export function watchUsage(tell: (usage: Usage) => void): { begin(): void; end(): void } {
  let timer: NodeJS.Timeout | undefined
  let told = { residentBytes: 0, atMs: Number.NEGATIVE_INFINITY }
  const measure = (always: boolean): void => {
    const residentBytes = process.memoryUsage.rss()
    const atMs = performance.now()
    const isChanged = Math.abs(residentBytes - told.residentBytes) >= smallestChangeBytes
    if (!always && !isChanged && atMs - told.atMs < tellEveryMs) return
    told = { residentBytes, atMs }
    const { user, system } = process.cpuUsage()
    tell({ residentBytes, cpuMs: (user + system) / 1_000 })
  }
  return {
    begin: () => {
      measure(true)
      timer = setInterval(() => measure(false), measureEveryMs)
    },
    end: () => {
      clearInterval(timer)
      measure(true)
    },
  }
}
