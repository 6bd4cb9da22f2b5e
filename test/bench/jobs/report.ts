/** Figures printed beside what they are held to. */

export interface Figure {
  readonly what: string
  readonly value: string
  /** What is wanted; empty where nothing is. */
  readonly aim?: string
}

export function printFigures(title: string, figures: readonly Figure[]): void {
  const lines = figures.map(({ what, value, aim }) =>
    `${what.padEnd(58)} ${value.padStart(14)}  ${aim ?? ''}`.trimEnd(),
  )
  process.stdout.write(`${title}\n${lines.map((line) => `  ${line}`).join('\n')}\n`)
}

/** By nearest rank; NaN of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`
}

/** Of `times` calls after one to warm up, in ms. */
export function timed(times: number, work: () => unknown): number[] {
  work()
  return Array.from({ length: times }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  })
}
