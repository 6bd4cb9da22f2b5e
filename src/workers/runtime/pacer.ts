/** Lets the thread's messages in often enough for a cancel to be heard, and no oftener. */
import type { WorkContext } from './context.ts'

const breathEveryMs = 25

/** A function to await between pieces of work of a few milliseconds; it breathes when it is time to. */
export function pacer(context: WorkContext): () => Promise<void> | undefined {
  let last = performance.now()
  return () => {
    const now = performance.now()
    if (now - last < breathEveryMs) return undefined
    last = now
    return context.breathe()
  }
}
