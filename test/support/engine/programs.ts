/**
 * Before the tests: the fake worker and the process that is killed, as bundles. Engines of the tests start them hundreds of
 * times, and reading the sources each time would be most of such a start.
 */
import { rmSync } from 'node:fs'
import path from 'node:path'
import { bundlePrograms } from '../faults/bundle.ts'
import { programsVariable } from './worker-files.ts'

export default async function setup(): Promise<() => void> {
  const folder = await bundlePrograms({
    'fake-worker': path.join(import.meta.dirname, 'fake-worker.ts'),
    'crash-child': path.join(import.meta.dirname, 'crash-child.ts'),
    // What is bundled looks for its host beside its worker.
    host: path.resolve(import.meta.dirname, '../../../src/main/pool/host/index.ts'),
  })
  process.env[programsVariable] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
