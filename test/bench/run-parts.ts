/** The parts of a benchmark asked for by name, each a process of its own, so that none warms or burdens the next. */
import { spawnSync } from 'node:child_process'
import { availableParallelism, loadavg, totalmem } from 'node:os'
import path from 'node:path'

export interface BenchPart {
  /** In this folder. */
  readonly file: string
  readonly what: string
}

/** Runs those named on the command line, all when none is, in the order of `parts`; then ends the process. */
export function runParts(parts: Readonly<Record<string, BenchPart>>): never {
  const wanted = process.argv.slice(2)
  const unknown = wanted.filter((name) => parts[name] === undefined)
  if (unknown.length > 0) {
    process.stderr.write(`No part ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}\n`)
    process.exit(2)
  }
  const memory = `${(totalmem() / 1e9).toFixed(0)} GB`
  process.stdout.write(`Node ${process.versions.node}, ${availableParallelism()} cores, ${memory}\n`)
  let failed = false
  for (const [name, { file, what }] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    // A figure taken on a busy machine says little; the load beside it lets the reader judge.
    process.stdout.write(`\n${name}: ${what} (load ${(loadavg()[0] ?? 0).toFixed(1)})\n`)
    const { status } = spawnSync(process.execPath, [path.join(import.meta.dirname, file)], { stdio: 'inherit' })
    failed ||= status !== 0
  }
  process.exit(failed ? 1 : 0)
}
