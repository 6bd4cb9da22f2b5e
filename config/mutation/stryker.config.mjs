import { sampleVariable } from './sample.mjs'

// For `npm run mutants`, which names the area and the sources of a run; started on its own it has nothing to change.
const { STORYGLASS_MUTATION_AREA: area = 'none', STORYGLASS_MUTATION_CACHE: cache = 'node_modules/.cache/mutation' } =
  process.env

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner', './config/mutation/sample.mjs'],
  checkers: process.env[sampleVariable] === undefined ? [] : ['sample'],
  vitest: { configFile: 'config/mutation/vitest.config.ts', related: true },
  coverageAnalysis: 'perTest',
  // TypeScript 7 has none of the programming interface that Stryker rewrites a tsconfig with; without a file it need not.
  tsconfigFile: 'none.json',
  incremental: true,
  incrementalFile: `${cache}/${area}.incremental.json`,
  jsonReporter: { fileName: `${cache}/${area}.json` },
  reporters: ['json'],
  // Not below node_modules, where vitest looks for no tests.
  tempDirName: '.mutation',
  ignorePatterns: ['out', 'docs', 'release', 'test-results', 'test/e2e', 'test/fixtures/corpora/pdf', '.git'],
  concurrency: 1,
  timeoutMS: 10_000,
  // On a busy machine the first run, of all tests and with every change counted, takes long.
  dryRunTimeoutMinutes: 20,
  disableTypeChecks: false,
  allowConsoleColors: false,
}
