/** What a process and all it started take: memory at its highest, processor time, and how long it stood waiting for one. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

export interface TreeUse {
  /** Resident memory of all processes together at the highest sample, or of one alone by the system's own count. */
  readonly peakMegabytes: number
  readonly elapsedMs: number
  /** Of `elapsedMs`, what other programs took: while threads of the tree could have run and stood waiting for a processor. */
  readonly waitedMs: number
}

export interface TreeWatch {
  /** Of the whole tree, now. */
  residentMegabytes(): number
  /** Begins a measurement: peaks and times are counted from here. */
  begin(): void
  /** Since `begin`. */
  use(): TreeUse
  end(): TreeUse
}

const sampleMs = 25

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // It ended between the listing and the reading.
    return ''
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** `pid` and its descendants. */
export function treeOf(pid: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of namesIn('/proc')) {
    if (!/^\d+$/u.test(name)) continue
    // The name of the program may hold anything, also brackets: what follows its last one is safe to split.
    const [, parent] = read(`/proc/${name}/stat`)
      .replace(/^.*\)\s/su, '')
      .split(' ')
    if (parent === undefined) continue
    children.set(Number(parent), [...(children.get(Number(parent)) ?? []), Number(name)])
  }
  const tree = [pid]
  for (let at = 0; at < tree.length; at += 1) tree.push(...(children.get(tree[at] ?? 0) ?? []))
  return tree
}

function kilobytes(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'mu').exec(read(`/proc/${pid}/status`))?.[1] ?? 0)
}

interface ThreadTimes {
  readonly ranMs: number
  readonly waitedMs: number
}

/** Of each thread of the tree since it began, by process and thread; see sched-stats of the kernel. */
function threadTimes(tree: readonly number[]): Map<string, ThreadTimes> {
  const found = new Map<string, ThreadTimes>()
  for (const pid of tree) {
    for (const thread of namesIn(`/proc/${pid}/task`)) {
      const [ranNs, waitedNs] = read(`/proc/${pid}/task/${thread}/schedstat`).split(' ')
      if (waitedNs === undefined) continue
      found.set(`${pid}/${thread}`, { ranMs: Number(ranNs) / 1e6, waitedMs: Number(waitedNs) / 1e6 })
    }
  }
  return found
}

/**
 * Of `elapsedMs`, how much a machine with nothing else to do would have saved: where one thread ran after the other, all
 * they waited; where several could run at once, the same share of the time as of theirs.
 */
export function takenByOthers(
  before: ReadonlyMap<string, ThreadTimes>,
  after: ReadonlyMap<string, ThreadTimes>,
  elapsedMs: number,
): number {
  let ranMs = 0
  let waitedMs = 0
  for (const [thread, times] of after) {
    const earlier = before.get(thread)
    ranMs += times.ranMs - (earlier?.ranMs ?? 0)
    waitedMs += times.waitedMs - (earlier?.waitedMs ?? 0)
  }
  return (waitedMs * elapsedMs) / Math.max(elapsedMs, ranMs + waitedMs, 1)
}

/** Samples the tree below `pid` while a measurement is under way. Linux only. */
export function watchTree(pid: number): TreeWatch {
  let timer: NodeJS.Timeout | undefined
  let startedAtMs = 0
  let peakKilobytes = 0
  let waitedMs = 0
  let times = new Map<string, ThreadTimes>()
  let timesAtMs = 0
  let samples = 0
  let tree: readonly number[] = [pid]

  const resident = (): number => tree.reduce((sum, one) => sum + kilobytes(one, 'VmRSS'), 0)
  const lookAround = (): void => {
    tree = treeOf(pid)
    const now = performance.now()
    const found = threadTimes(tree)
    waitedMs += takenByOthers(times, found, now - timesAtMs)
    times = found
    timesAtMs = now
  }
  const sample = (): void => {
    // The list of all processes is the dearest part.
    if (samples % 4 === 0) lookAround()
    samples += 1
    peakKilobytes = Math.max(peakKilobytes, resident())
  }
  const use = (): TreeUse => {
    const elapsedMs = performance.now() - startedAtMs
    return { peakMegabytes: peakKilobytes / 1024, elapsedMs, waitedMs: Math.min(elapsedMs, waitedMs) }
  }
  return {
    residentMegabytes: () => {
      tree = treeOf(pid)
      return resident() / 1024
    },
    begin: () => {
      tree = treeOf(pid)
      for (const one of tree) {
        try {
          // 5: the peak begins anew, see proc(5).
          writeFileSync(`/proc/${one}/clear_refs`, '5')
        } catch {
          // Ended, or not ours to change; its peak is then that of its life.
        }
      }
      times = threadTimes(tree)
      waitedMs = 0
      peakKilobytes = resident()
      samples = 0
      startedAtMs = performance.now()
      timesAtMs = startedAtMs
      timer = setInterval(sample, sampleMs)
    },
    use,
    end: () => {
      clearInterval(timer)
      samples = 0
      sample()
      for (const one of tree) peakKilobytes = Math.max(peakKilobytes, kilobytes(one, 'VmHWM'))
      return use()
    },
  }
}
