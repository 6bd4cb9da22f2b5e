/** A limit on the time of one piece of work on a page. */
export class PageTimeError extends Error {
  constructor() {
    super('It took too long')
    this.name = 'PageTimeError'
  }
}

export interface Deadline {
  /** Milliseconds it takes at least until the time is over; 0 or less once it is. */
  left(): number
}

/** On a machine with much else to do, a thread may get this small a share of the clock's time. */
const leastShareOfClock = 1 / 3

/**
 * `limitMs` of this thread's own work from now, so that a page is not given up because the machine is busy; of the
 * clock's, three times as much. Never later than `within`.
 */
export function deadlineIn(limitMs: number, within?: Deadline): Deadline {
  const [cpuEnd, clockEnd] = [threadTimeMs() + limitMs, performance.now() + limitMs / leastShareOfClock]
  return {
    left: () =>
      Math.min(cpuEnd - threadTimeMs(), clockEnd - performance.now(), within?.left() ?? Number.POSITIVE_INFINITY),
  }
}

function threadTimeMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

/**
 * The result of `work`, or a `PageTimeError` once the time is over or `signal` is aborted; `abandon` then stops the work
 * as far as it can be stopped. Work that never lets the thread's timers in is not stopped by this: its thread has to be.
 */
export async function withinTime<Result>(
  deadline: Deadline,
  signal: AbortSignal,
  work: Promise<Result>,
  abandon: () => void,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  let giveUp: () => void = () => undefined
  const over = new Promise<never>((_, reject) => {
    giveUp = () => {
      reject(new PageTimeError())
      abandon()
    }
  })
  const wait = (): void => {
    const left = deadline.left()
    if (left <= 0) giveUp()
    else timer = setTimeout(wait, left)
  }
  signal.addEventListener('abort', giveUp, { once: true })
  if (signal.aborted) giveUp()
  else wait()
  try {
    return await Promise.race([work, over])
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', giveUp)
    // Work given up still ends some time, most often with an error nobody waits for.
    work.catch(() => undefined)
  }
}
