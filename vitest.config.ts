import { availableParallelism } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/support/longest-first.ts'

// Tests start hundreds of threads and processes of ours, and most of such a start is Node reading our sources: it keeps
// what it made of them, which halves the whole run's CPU time. Everything started below inherits the folder.
process.env.NODE_COMPILE_CACHE ??= path.join(import.meta.dirname, 'node_modules/.cache/compiled')

// Tests read English, whatever the machine's own language is; those of another language ask for it.
process.env.STORYGLASS_LANGUAGE ??= 'en'

// What is polled for comes in its own time on a machine that does other things as well; the default is a second.
const patientPolls = { poll: { timeout: 30_000 } }

// Reading the same sources anew for each file, and warming up to them, was two thirds of the unit tests' CPU time and a
// quarter of the others'.
const sharedModules = { isolate: false }

/** Suites by what they need: nothing, the engine's native parts, a browser. `sweeps` is a part of `npm run test:slow`. */
export default defineConfig({
  test: {
    pool: 'forks',
    // Two at least: much of what the suites do is waiting, for threads, disks and other processes. Three on two cores take
    // as long, and crowd what is timed.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // V8 begins with a small heap and collects again and again as it grows: a tenth of the suites' CPU time.
    execArgv: ['--initial-heap-size=512', '--min-semi-space-size=32', '--max-semi-space-size=64'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'test/unit/**/*.test.tsx'],
          testTimeout: 20_000,
          ...sharedModules,
          setupFiles: ['test/support/leave-nothing.ts'],
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          ...sharedModules,
          globalSetup: ['test/support/engine/programs.ts'],
          setupFiles: ['test/support/leave-nothing.ts', 'test/support/built-worker.ts'],
          expect: patientPolls,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          ...sharedModules,
          setupFiles: ['test/support/leave-nothing.ts', 'test/support/leave-browser.ts'],
          expect: patientPolls,
        },
      },
      {
        test: {
          name: 'sweeps',
          include: ['test/sweeps/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          ...sharedModules,
          setupFiles: ['test/support/leave-nothing.ts'],
          expect: patientPolls,
        },
      },
    ],
  },
})
