/** A limit on the time of one piece of work on a page. */
export class PageTimeError extends Error {
  constructor() {
    super('It took too long')
    this.name = 'PageTimeError'
  }
}

/** Milliseconds left of `limitMs` from now, whenever it is asked; never less than 1. */
export function deadlineIn(limitMs: number): () => number {
  const end = performance.now() + limitMs
  return () => Math.max(1, end - performance.now())
}

/**
 * The result of `work`, or a `PageTimeError` once the time is over or `signal` is aborted; `abandon` then stops the work
 * as far as it can be stopped. Work that never lets the thread's timers in is not stopped by this: its thread has to be.
 */
export async function withinTime<Result>(
  limitMs: number,
  signal: AbortSignal,
  work: Promise<Result>,
  abandon: () => void,
): Promise<Result> {
  let giveUp: () => void = () => undefined
  const over = new Promise<never>((_, reject) => {
    giveUp = () => {
      reject(new PageTimeError())
      abandon()
    }
  })
  const timer = setTimeout(giveUp, limitMs)
  signal.addEventListener('abort', giveUp, { once: true })
  if (signal.aborted) giveUp()
  try {
    return await Promise.race([work, over])
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', giveUp)
    // Work given up still ends some time, most often with an error nobody waits for.
    work.catch(() => undefined)
  }
}
