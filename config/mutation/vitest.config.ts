import { defineConfig } from 'vitest/config'

/** The tests of one area of mutation, which `npm run mutants` names; a fixed seed, so that each mutant meets the same. */
export default defineConfig({
  test: { include: JSON.parse(process.env.STORYGLASS_MUTATION_TESTS ?? '[]') as string[], testTimeout: 20_000 },
})
