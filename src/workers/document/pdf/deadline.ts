/** A limit on the time of one piece of work on a page. */
export class PageTimeError extends Error {
  constructor(limitMs: number) {
    super(`It took longer than ${limitMs / 1_000} s`)
    this.name = 'PageTimeError'
  }
}

/**
 * The result of `work`, or a `PageTimeError` once the time is over or `signal` is aborted; `abandon` then stops the work
 * as far as it can be stopped.
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
      reject(new PageTimeError(limitMs))
      abandon()
    }
  })
  const timer = setTimeout(giveUp, limitMs)
  signal.addEventListener('abort', giveUp, { once: true })
  try {
    return await Promise.race([work, over])
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', giveUp)
    // Work given up still ends some time, most often with an error nobody waits for.
    work.catch(() => undefined)
  }
}
