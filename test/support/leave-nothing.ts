/**
 * After each file of tests: the files of a worker share its modules, and are to find the world as it was. What the
 * window keeps in its modules (stores, caches, who listens) is made anew for the next file.
 */
import { afterAll, expect, vi } from 'vitest'

afterAll(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
  if (expect.getState().testPath?.includes('/test/unit/renderer/')) vi.resetModules()
})
