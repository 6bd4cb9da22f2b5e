/** How long to wait before a transient failure is tried again. */

export const baseDelayMs = 2_000
export const longestDelayMs = 60_000

/**
 * Exponential backoff with full jitter: uniform between 0 and the smaller of the cap and base · 2^(attempt − 1).
 * `attempt`: the one that failed, from 1. `random`: uniform on [0, 1).
 * Source: M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015 ("full jitter").
 */
export function retryDelayMs(attempt: number, random: () => number): number {
  if (!Number.isInteger(attempt) || attempt < 1)
    throw new RangeError(`attempt must be a whole number from 1: ${attempt}`)
  const ceiling = Math.min(longestDelayMs, baseDelayMs * 2 ** (attempt - 1))
  return Math.floor(random() * ceiling)
}
