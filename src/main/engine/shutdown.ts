/** The end of the engine: its parts joined by name, in order, within a deadline. */
import type { Logger } from '../jobs/logger.ts'

export interface Part {
  readonly name: string
  readonly end: () => Promise<unknown>
  /** Not ended when one of these did not end: it would be pulled from under them. */
  readonly after?: readonly string[]
}

/**
 * Asks the parts to end, one after another, all within `deadlineMs`. Gives the names of those that did not; whatever
 * one of them throws is logged and counts as an end.
 */
export async function endParts(parts: readonly Part[], deadlineMs: number, logger: Logger): Promise<string[]> {
  const startedAtMs = performance.now()
  const unfinished: string[] = []
  for (const { name, end, after = [] } of parts) {
    if (after.some((other) => unfinished.includes(other))) {
      unfinished.push(name)
      continue
    }
    const leftMs = Math.max(0, deadlineMs - (performance.now() - startedAtMs))
    if (await endsWithin(end(), leftMs, (error) => logger.error('A part did not end well', { part: name, error }))) {
      continue
    }
    unfinished.push(name)
    logger.error('A part did not end in time and is left behind', { part: name, deadlineMs })
  }
  return unfinished
}

async function endsWithin(ending: Promise<unknown>, ms: number, onError: (error: string) => void): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms)
  })
  const ended = ending.then(
    () => true as const,
    (error: unknown) => {
      onError(error instanceof Error ? (error.stack ?? error.message) : String(error))
      return true as const
    },
  )
  try {
    return await Promise.race([ended, late])
  } finally {
    clearTimeout(timer)
  }
}
