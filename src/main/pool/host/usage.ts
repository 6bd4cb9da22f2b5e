/** What this process takes of the memory and the processor, measured while work goes on. */
import { readFileSync } from 'node:fs'

export interface Usage {
  readonly residentBytes: number
  /** Of those, what is mapped from files (programs, libraries): several processes hold it once. 0 where it is not known. */
  readonly sharedBytes: number
  /** Since the process began, of all its threads. */
  readonly cpuMs: number
}

/** Memory is filled at some 2 GB a second at most: this far apart, two measures differ by some 40 MB. */
const measureEveryMs = 20
/** A smaller change is not told by itself. */
const smallestChangeBytes = 4 * 1024 * 1024
/** Told at least this often, whatever changes. */
const tellEveryMs = 250

/** `onFull`: the process has grown beyond what it was given, and goes on growing. */
export function watchUsage(
  tell: (usage: Usage) => void,
  onFull: () => void,
): { begin(mostBytes: number): void; allow(mostBytes: number): void; end(): void } {
  let timer: NodeJS.Timeout | undefined
  let told = { residentBytes: 0, atMs: Number.NEGATIVE_INFINITY }
  let most = Number.POSITIVE_INFINITY
  const measure = (always: boolean): void => {
    const residentBytes = process.memoryUsage.rss()
    if (residentBytes > most) {
      clearInterval(timer)
      tell(usageNow(residentBytes))
      onFull()
      return
    }
    const atMs = performance.now()
    const isChanged = Math.abs(residentBytes - told.residentBytes) >= smallestChangeBytes
    if (!always && !isChanged && atMs - told.atMs < tellEveryMs) return
    told = { residentBytes, atMs }
    tell(usageNow(residentBytes))
  }
  return {
    begin: (mostBytes) => {
      most = mostBytes
      measure(true)
      timer = setInterval(() => measure(false), measureEveryMs)
    },
    allow: (mostBytes) => {
      most = mostBytes
    },
    end: () => {
      clearInterval(timer)
      most = Number.POSITIVE_INFINITY
      measure(true)
    },
  }
}

function usageNow(residentBytes: number): Usage {
  const { user, system } = process.cpuUsage()
  return { residentBytes, sharedBytes: residentBytes * sharedShare(), cpuMs: (user + system) / 1_000 }
}

/** Of the resident pages; Linux alone says it, in pages: size, resident, shared. */
function sharedShare(): number {
  if (process.platform !== 'linux') return 0
  try {
    const [, resident = 0, shared = 0] = readFileSync('/proc/self/statm', 'utf8').split(' ').map(Number)
    return resident > 0 ? shared / resident : 0
  } catch {
    return 0
  }
}
