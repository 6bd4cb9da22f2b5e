/**
 * The command line within a test's own process starts the worker and the program of its children as built: a thread reads
 * that worker in a third of the time the sources take, and nearly every command starts one.
 */
import { beforeAll, vi } from 'vitest'
import { whenBuilt } from './command-line.ts'

vi.mock(import('../../src/cli/installation.ts'), async (importOriginal) => {
  const { findInstallation } = await importOriginal()
  return {
    findInstallation: (from?: string) => {
      const found = findInstallation(from)
      return {
        ...found,
        workerFile: `${found.root}/out/main/workers/index.js`,
        cliFile: `${found.root}/out/main/cli.js`,
      }
    },
  }
})

// Once a worker: the next files find it done.
beforeAll(whenBuilt, 180_000)
