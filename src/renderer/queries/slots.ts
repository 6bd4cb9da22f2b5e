/** A bound on how much is asked for at once. */

type RunInSlot = <Value>(signal: AbortSignal, work: () => Promise<Value>) => Promise<Value>

/**
 * At most `count` at once; of those that wait, the one that came last begins next: it is what is in view now. One whose
 * signal is aborted while it waits is never begun.
 */
export function createSlots(count: number): RunInSlot {
  let free = count
  const waiting: (() => void)[] = []
  return async (signal, work) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      signal.throwIfAborted()
      return await work()
    } finally {
      const next = waiting.pop()
      if (next === undefined) free += 1
      else next()
    }
  }
}
