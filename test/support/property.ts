/**
 * Properties that must hold for whatever fast-check makes up. The inputs are new in every run, so that what no run has
 * met yet is met some day. A failure prints its seed; to see the same inputs again, in the same order:
 *
 *     STORYGLASS_SEED=<the seed printed> node scripts/node24.cjs @vitest run <the test's file> -t '<its name>'
 */
import fc from 'fast-check'

type Parameters<Inputs> = Omit<fc.Parameters<Inputs>, 'seed' | 'path' | 'reporter' | 'asyncReporter'>

/** Throws, with the smallest counterexample found and how to replay it, when `property` does not hold. */
export function holds<Inputs>(property: fc.IAsyncProperty<Inputs>, parameters?: Parameters<Inputs>): Promise<void>
export function holds<Inputs>(property: fc.IProperty<Inputs>, parameters?: Parameters<Inputs>): void
export function holds<Inputs>(
  property: fc.IRawProperty<Inputs>,
  parameters: Parameters<Inputs> = {},
): Promise<void> | void {
  const seed = chosenSeed()
  return fc.assert(property as fc.IAsyncProperty<Inputs>, {
    ...parameters,
    ...(seed === null ? {} : { seed }),
    ...(property.isAsync()
      ? { asyncReporter: async (details: fc.RunDetails<Inputs>) => report(details) }
      : { reporter: report }),
  })
}

/** Null where none is asked for. */
function chosenSeed(): number | null {
  const text = process.env.STORYGLASS_SEED?.trim() ?? ''
  if (text === '') return null
  const seed = Number(text)
  if (!Number.isInteger(seed)) throw new Error(`STORYGLASS_SEED must be a whole number, not “${text}”`)
  return seed
}

function report<Inputs>(details: fc.RunDetails<Inputs>): void {
  if (!details.failed) return
  throw new Error(`${fc.defaultReportMessage(details)}\n\nReplay it with STORYGLASS_SEED=${details.seed}`, {
    cause: details.errorInstance,
  })
}
