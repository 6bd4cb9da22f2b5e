/** The most memory this process and all it started held while something ran, native memory included. */
import { watchTree } from '../../support/hostile/process-tree.ts'

export interface Peak<Result> {
  readonly result: Result
  /** Resident memory of all of them together; what several map of one file counts once. */
  readonly peakBytes: number
}

export async function withPeak<Result>(work: () => Promise<Result>): Promise<Peak<Result>> {
  const watch = watchTree(process.pid)
  watch.begin()
  try {
    const result = await work()
    return { result, peakBytes: watch.end().peakMegabytes * 1024 ** 2 }
  } catch (error) {
    watch.end()
    throw error
  }
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(0)} MB`
}
