/** The product's own worker; each stage begun is a line `JOB STAGE CLAIM` in a file, before any of its work. */
import { appendFileSync } from 'node:fs'
import path from 'node:path'
import { tasks } from '../../../src/workers/catalog.ts'
import type { WorkContext } from '../../../src/workers/runtime/context.ts'
import { serveWork } from '../../../src/workers/runtime/serve.ts'

const runsFile = process.env.STORYGLASS_FAULTS_RUNS ?? ''

type AnyWork = (input: object, context: WorkContext) => Promise<unknown>

function counted(work: AnyWork): AnyWork {
  return (input, context) => {
    if ('outputDir' in input && runsFile !== '') {
      const folder = String(input.outputDir)
      // A document's pages go to a folder that outlives its stage: which of them are read again is counted elsewhere.
      const [, stage, claim] = /^(\w+)\.tmp-(\d+)$/.exec(path.basename(folder)) ?? []
      if (stage !== undefined) {
        appendFileSync(runsFile, `${path.basename(path.dirname(folder))} ${stage} ${claim}\n`)
      }
    }
    return work(input, context)
  }
}

const catalog = Object.entries(tasks).map(([name, work]) => [name, counted(work as AnyWork)])
export default serveWork(Object.fromEntries(catalog))
