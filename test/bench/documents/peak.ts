/** The most memory this process held while something ran: all its threads, native memory included. */

const sampleMs = 20

export interface Peak<Result> {
  readonly result: Result
  /** Over what the process held when it began. */
  readonly peakBytes: number
}

export async function withPeak<Result>(work: () => Promise<Result>): Promise<Peak<Result>> {
  const before = process.memoryUsage.rss()
  let most = before
  const sample = (): void => {
    most = Math.max(most, process.memoryUsage.rss())
  }
  const timer = setInterval(sample, sampleMs)
  try {
    const result = await work()
    sample()
    return { result, peakBytes: most - before }
  } finally {
    clearInterval(timer)
  }
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(0)} MB`
}
