/** Collecting garbage at a moment that is known to be good. */
import { Session } from 'node:inspector/promises'

/**
 * Lets go of all that is no longer reachable, in this thread. For work whose objects are small in the heap and large
 * outside it (paths, canvases, images): the collector sees no reason to run, and the process grows. Takes some ten
 * milliseconds for a small heap: to be called after work that takes seconds. Through the inspector, because a thread
 * cannot have V8's flag for it by itself; where a build has none, nothing is done.
 */
export async function collectGarbage(): Promise<void> {
  const session = new Session()
  try {
    session.connect()
    await session.post('HeapProfiler.collectGarbage')
  } catch (error) {
    if (!isWithoutInspector(error)) throw error
  } finally {
    session.disconnect()
  }
}

function isWithoutInspector(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_INSPECTOR_NOT_AVAILABLE'
}
