/** The command line within the test's own process, with what it starts as built (see `built-worker.ts`). */
import { whenBuilt } from './command-line.ts'
import { type Ran, runInProcess } from './in-process-command-line.ts'

export async function runBuilt(args: readonly string[], dataDir: string): Promise<Ran> {
  await whenBuilt()
  return runInProcess(args, dataDir)
}
