import path from 'node:path'
import { defineConfig } from 'vitest/config'

interface Change {
  readonly file: string
  readonly before: string
  readonly after: string
}

/** A change made by hand, in the text that the tests are given of a source; the source itself is left alone. */
const change = JSON.parse(process.env.STORYGLASS_MUTATION_CHANGE ?? 'null') as Change | null

/** The tests of one area of mutation, which `npm run mutants` names; a fixed seed, so that each mutant meets the same. */
export default defineConfig({
  plugins: [
    {
      name: 'change by hand',
      enforce: 'pre',
      transform: (code, id) =>
        change !== null && path.relative(process.cwd(), id) === change.file
          ? code.replace(change.before, () => change.after)
          : null,
    },
  ],
  test: {
    include: JSON.parse(process.env.STORYGLASS_MUTATION_TESTS ?? '[]') as string[],
    // The first run counts every change that a test comes by, which takes several times as long.
    testTimeout: 120_000,
    isolate: false,
    // It would give the tests of one change by hand the source of another.
    fsModuleCache: false,
  },
})
