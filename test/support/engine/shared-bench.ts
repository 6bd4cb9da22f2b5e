/** One engine for many tests, where a fresh one each would only prove again that an engine starts. */
import { afterAll, beforeAll } from 'vitest'
import type { EngineOptions } from '../../../src/main/engine.ts'
import { type Bench, withEngine } from './with-engine.ts'

/** An engine for the tests of the `describe` this is called in: open before the first of them, closed after the last. */
export function benchForAll(options: () => Promise<Partial<EngineOptions>>): { readonly bench: Bench } {
  const { promise: whenOver, resolve: end } = Promise.withResolvers<void>()
  let opened: Bench | undefined
  let closed: Promise<void> | undefined
  beforeAll(async () => {
    const { promise: whenOpen, resolve, reject } = Promise.withResolvers<void>()
    closed = withEngine(
      async (bench) => {
        opened = bench
        resolve()
        await whenOver
      },
      await options(),
    )
    closed.catch(reject)
    await whenOpen
  })
  afterAll(async () => {
    end()
    await closed
  })
  return {
    get bench() {
      if (opened === undefined) throw new Error('The engine is there once the tests run.')
      return opened
    },
  }
}
