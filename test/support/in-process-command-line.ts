/** The command line within the test's own process: no start of Node a command. What a process adds is tested elsewhere. */
import path from 'node:path'
import { runCommandLine } from '../../src/cli/run.ts'

export interface Ran {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** One after another: what is written meanwhile to standard output and error counts as the command's. */
export async function runInProcess(args: readonly string[], dataDir: string): Promise<Ran> {
  // Node would make a text of anything else, and `undefined` a folder where the tests were started.
  if (!path.isAbsolute(dataDir)) throw new Error(`The data folder is not absolute: ${dataDir}`)
  const before = process.env.STORYGLASS_DATA_DIR
  const written = { stdout: '', stderr: '' }
  const stop = (['stdout', 'stderr'] as const).map((name) => {
    const stream = process[name]
    const write = stream.write
    stream.write = (chunk: string | Uint8Array, ...rest: unknown[]) => {
      written[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8')
      const done = rest.at(-1)
      if (typeof done === 'function') queueMicrotask(() => done())
      return true
    }
    return () => {
      stream.write = write
    }
  })
  process.env.STORYGLASS_DATA_DIR = dataDir
  try {
    return { status: await runCommandLine(args), ...written }
  } finally {
    if (before === undefined) delete process.env.STORYGLASS_DATA_DIR
    else process.env.STORYGLASS_DATA_DIR = before
    for (const one of stop) one()
  }
}
