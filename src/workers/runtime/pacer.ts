/** Yields to the event loop often enough for a cancel to be heard, and no more often than that takes. */
import type { WorkContext } from './context.ts'

/** Minimum interval between yields. */
const yieldEveryMs = 25

/** A function to await between pieces of work of a few milliseconds; it yields when it is time to. */
export function pacer(context: WorkContext): () => Promise<void> | undefined {
  let last = performance.now()
  return () => {
    const now = performance.now()
    if (now - last < yieldEveryMs) return undefined
    last = now
    return context.yieldToEventLoop()
  }
}
