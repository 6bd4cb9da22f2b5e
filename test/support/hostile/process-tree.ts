/** What a process and all it started take: memory at its highest, processor time, and how long it stood waiting for one. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

export interface TreeUse {
  /**
   * Resident memory of all processes together at the highest sample, what several map of one file counted once; or of one
   * alone by the system's own count.
   */
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
/** In samples; the list of all processes is dear, and what each maps of which file dearer still. */
const lookAroundEvery = 4
const compareFilesEvery = 40

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

/**
 * Of the processes whose `/proc/PID/smaps` these are, the kilobytes they map of the same place of the same file beyond the
 * first: the system holds a program and its libraries once. Pages a process has changed are its own.
 */
export function kilobytesAgain(smaps: readonly string[]): number {
  const places = new Map<string, { sum: number; most: number }>()
  for (const text of smaps) {
    let place: string | null = null
    let resident = 0
    for (const line of text.split('\n')) {
      const [first = '', , offset, device, inode] = line.split(/ +/u)
      if (/^[0-9a-f]+-[0-9a-f]+$/u.test(first)) place = inode === '0' ? null : `${device} ${inode} ${offset}`
      else if (place !== null && first === 'Rss:') resident = kilobytesIn(line)
      else if (place !== null && first === 'Anonymous:') {
        const held = resident - kilobytesIn(line)
        const { sum, most } = places.get(place) ?? { sum: 0, most: 0 }
        places.set(place, { sum: sum + held, most: Math.max(most, held) })
      }
    }
  }
  return [...places.values()].reduce((again, { sum, most }) => again + sum - most, 0)
}

function kilobytesIn(line: string): number {
  return Number(/(\d+) kB$/u.exec(line)?.[1] ?? 0)
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
  let again = 0

  const resident = (): number => tree.reduce((sum, one) => sum + kilobytes(one, 'VmRSS'), 0) - again
  const compareFiles = (): void => {
    again = kilobytesAgain(tree.map((one) => read(`/proc/${one}/smaps`)))
  }
  const lookAround = (): void => {
    const before = tree
    tree = treeOf(pid)
    // What one that has ended held, nobody holds again.
    if (before.length !== tree.length) compareFiles()
    const now = performance.now()
    const found = threadTimes(tree)
    waitedMs += takenByOthers(times, found, now - timesAtMs)
    times = found
    timesAtMs = now
  }
  const sample = (): void => {
    if (samples % lookAroundEvery === 0) lookAround()
    if (samples % compareFilesEvery === 0) compareFiles()
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
      compareFiles()
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
      compareFiles()
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
