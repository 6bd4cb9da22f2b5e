// A seeded share of an area's changes, for an area whose changes are too many to run them all: a checker of Stryker that
// turns down what is not drawn. A change is drawn by its own place and text, so a sample stays what it is while other
// code changes.
import { createHash } from 'node:crypto'
import path from 'node:path'

/** The environment variable that holds the sample, `PERCENT/SEED`; without it every change is run. */
export const sampleVariable = 'STORYGLASS_MUTATION_SAMPLE'

/**
 * @param {{fileName: string, location: {start: {line: number, column: number}, end: {line: number, column: number}}, replacement: string}} change
 * @param {{percent: number, seed: number}} sample
 */
export function isDrawn({ fileName, location: { start, end }, replacement }, { percent, seed }) {
  const place = `${path.basename(fileName)}:${start.line}:${start.column}:${end.line}:${end.column}`
  const digest = createHash('sha256').update(`${seed}\0${place}\0${replacement}`).digest()
  return digest.readUInt32BE(0) / 2 ** 32 < percent / 100
}

function createSample() {
  const [percent, seed] = (process.env[sampleVariable] ?? '100/0').split('/').map(Number)
  return {
    init: () => Promise.resolve(),
    group: (changes) => Promise.resolve(changes.map(({ id }) => [id])),
    check: (changes) =>
      Promise.resolve(
        Object.fromEntries(
          changes.map((change) => [
            change.id,
            isDrawn(change, { percent, seed })
              ? { status: 'passed' }
              : { status: 'compileError', reason: 'not in the sample' },
          ]),
        ),
      ),
  }
}

export const strykerPlugins = [{ kind: 'Checker', name: 'sample', factory: createSample }]
