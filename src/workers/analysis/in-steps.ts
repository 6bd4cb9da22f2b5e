/** Long computations that pause now and then, written as generators: for whoever must breathe in between, and for all others. */

/** What the computation gives, without its pauses. */
export function inOneGo<Result>(steps: Generator<undefined, Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** The same, with `pause` awaited at each of them. */
export async function inSteps<Result>(
  steps: Generator<undefined, Result>,
  pause: () => Promise<void>,
): Promise<Result> {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    await pause()
  }
}
