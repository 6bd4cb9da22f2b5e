/**
 * `npm run test:hostile-documents [-- --mutations N --seed N --only TEXT]`: every document by others as it is
 * and damaged in N ways, each through import and the document's tasks in a process with a memory limit. Nothing may crash, hang, take more than 10 s a page or 512 MB, or fail without a clear reason.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { bestCorpusOf, filesIn } from '../support/corpora.ts'
import { mutations, randomOf, writeDamagedPackage } from '../support/hostile/mutations.ts'
import { createSweeper, describeSweep, faults, type Swept } from '../support/hostile/sweep.ts'

const { values } = parseArgs({
  options: {
    mutations: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
})
const seed = Number(values.seed)
const folder = mkdtempSync(path.join(tmpdir(), 'storyglass-hostile-files-'))
const sweeper = createSweeper()
const swept: Swept[] = []
const startedAtMs = performance.now()

async function sweep(file: string, name: string, label: string): Promise<void> {
  const one = await sweeper.read(file, name, label)
  swept.push(one)
  if (faults.includes(one.verdict)) process.stderr.write(`${one.verdict}: ${one.label}: ${one.detail}\n`)
  if (swept.length % 100 === 0) process.stderr.write(`${swept.length} read, ${elapsedSeconds()} s\n`)
}

function elapsedSeconds(): number {
  return Math.round((performance.now() - startedAtMs) / 1000)
}

try {
  for (const kind of ['pdf', 'docx', 'xlsx'] as const) {
    const corpus = bestCorpusOf(kind)
    const names = filesIn(corpus, `.${kind}`).filter((one) => one.includes(values.only))
    process.stderr.write(`${kind}: ${names.length} files of ${corpus.where}\n`)
    for (const name of names) {
      const file = path.join(corpus.folder, name)
      await sweep(file, name, `${name} as it is`)
      const bytes = readFileSync(file)
      for (let count = 0; count < Number(values.mutations); count += 1) {
        const random = randomOf(seed + count, name)
        const mutation = mutations[Math.floor(random.uniform() * mutations.length)]
        if (mutation === undefined) continue
        const damaged = path.join(folder, `damaged.${kind}`)
        const inside = kind !== 'pdf' && random.uniform() < 0.7
        const label = `${name}, ${mutation.name}${inside ? ' within' : ''} (seed ${seed + count})`
        const isWritten = inside && (await writeDamagedPackage(file, damaged, mutation, random))
        if (!isWritten) writeFileSync(damaged, mutation.apply(bytes, random))
        await sweep(damaged, name, label)
      }
    }
  }
} finally {
  await sweeper.close()
  rmSync(folder, { recursive: true, force: true })
}
process.stdout.write(`${describeSweep(swept)}\nin ${elapsedSeconds()} s, seed ${seed}\n`)
process.exitCode = swept.some(({ verdict }) => faults.includes(verdict)) ? 1 : 0
