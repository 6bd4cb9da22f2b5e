/**
 * `npm run bench:documents [-- corpus speed memory tables]`: the figures of measures.md for documents, each beside its aim
 * and, where one is known, its reference. Every part is a process of its own, so that none warms or burdens the next.
 */
import { spawnSync } from 'node:child_process'
import { availableParallelism, loadavg } from 'node:os'
import path from 'node:path'

const parts: Record<string, { readonly file: string; readonly what: string }> = {
  corpus: { file: 'documents/corpus.ts', what: 'PDFs of ../shared/corpora against what poppler read' },
  speed: { file: 'documents/speed.ts', what: 'a printed report, drawn at reading size, by one thread and by two' },
  memory: { file: 'documents/memory.ts', what: 'a printed report of 500 pages, drawn, from first page to document' },
  tables: { file: 'document-tables.ts', what: 'tables with known cells' },
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => parts[name] === undefined)
if (unknown.length > 0) {
  process.stderr.write(`No part ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}\n`)
  process.exit(2)
}
process.stdout.write(`Node ${process.versions.node}, ${availableParallelism()} cores\n`)
let failed = false
for (const [name, { file, what }] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  // A figure taken on a busy machine says little; the load beside it lets the reader judge.
  process.stdout.write(`\n${name}: ${what} (load ${(loadavg()[0] ?? 0).toFixed(1)})\n`)
  const { status } = spawnSync(process.execPath, [path.join(import.meta.dirname, file)], { stdio: 'inherit' })
  failed ||= status !== 0
}
process.exit(failed ? 1 : 0)
