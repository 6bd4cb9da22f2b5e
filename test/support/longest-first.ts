/** The order of test files: the longest first, so that no worker is left alone with one at the end. */
import path from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Files that take longest, longest first. Without it a fresh checkout, which knows no times yet, begins with the largest
 * files, and the longest of all is one of the smallest.
 */
export const longest: readonly string[] = [
  'test/integration/faults/kills.test.ts',
  'test/integration/engine/crash.test.ts',
  'test/integration/engine/library.test.ts',
  'test/integration/cli/convert.test.ts',
  'test/integration/convert/csv.test.ts',
  'test/integration/workers/every-story.test.ts',
  'test/integration/engine/documents.test.ts',
  'test/integration/cli/pipes.test.ts',
  'test/integration/cli/command-line.test.ts',
  'test/integration/faults/library.test.ts',
  'test/e2e/retell.test.ts',
  'test/e2e/every-sentence.test.ts',
  'test/e2e/command-line.test.ts',
  'test/e2e/keyboard.test.ts',
  'test/e2e/main-job.test.ts',
  'test/e2e/queue.test.ts',
  'test/e2e/story-place.test.ts',
]

export class LongestFirst extends BaseSequencer {
  /** Those of `longest` before all others; the others as Vitest would have them. */
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification): number => {
      const place = longest.indexOf(path.relative(this.ctx.config.root, moduleId).replaceAll(path.sep, '/'))
      return place === -1 ? longest.length : place
    }
    return (await super.sort(files)).toSorted((left, right) => placeOf(left) - placeOf(right))
  }
}
