/** The workers an engine of the tests can be given. */
import path from 'node:path'
import { projectRoot, whenBuilt } from '../command-line.ts'

/** Names the folder with the programs as bundles; where it is not set, they run from their sources. */
export const programsVariable = 'STORYGLASS_TEST_PROGRAMS'

function programFile(name: string): string {
  const bundled = process.env[programsVariable]
  return bundled === undefined ? path.join(import.meta.dirname, `${name}.ts`) : path.join(bundled, `${name}.mjs`)
}

export const fakeWorkerFile = programFile('fake-worker')
/** A process that kills itself at a named point. */
export const crashChildFile = programFile('crash-child')

/** The product's own worker, as built: a thread reads it in a third of the time the sources take. */
export async function realWorkerFile(): Promise<string> {
  await whenBuilt()
  return path.join(projectRoot, 'out/main/workers/index.js')
}
