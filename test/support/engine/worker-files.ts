/** The workers an engine of the tests can be given. */
import path from 'node:path'
import { projectRoot, whenBuilt } from '../command-line.ts'

export const fakeWorkerFile = path.join(import.meta.dirname, 'fake-worker.ts')

/** The product's own worker, as built: a thread reads it in a third of the time the sources take. */
export async function realWorkerFile(): Promise<string> {
  await whenBuilt()
  return path.join(projectRoot, 'out/main/workers/index.js')
}
