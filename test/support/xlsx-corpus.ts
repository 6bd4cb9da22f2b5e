/** Scores the workbook reader against what other readers agree on, over a folder of real workbooks with a manifest. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { StoryglassError } from '../../src/shared/failure/failure.ts'
import { writeCells } from '../../src/workers/formats/workbook/cells.ts'
import { withWorkbook } from '../../src/workers/formats/xlsx/workbook.ts'
import { detachedContext } from '../../src/workers/runtime/context.ts'

export interface CorpusEntry {
  readonly file: string
  readonly readers_ok: number
  readonly hostile: boolean
  readonly agreed_cells: Readonly<Record<string, string>>
}

export interface CorpusScore {
  /** Files that are not hostile and that two readers or more open. */
  readonly benign: number
  readonly opened: number
  readonly agreed: number
  readonly right: number
  /** One line for each file that failed or differs, hostile ones included. */
  readonly failures: readonly string[]
  /** Hostile files and how each one ended: `success`, or the reason it failed for. */
  readonly hostile: ReadonlyMap<string, { readonly outcome: string; readonly elapsedMs: number }>
}

export function readManifest(corpus: string): CorpusEntry[] {
  return JSON.parse(gunzipSync(readFileSync(path.join(corpus, 'manifest.json.gz'))).toString('utf8')) as CorpusEntry[]
}

export async function scoreCorpus(corpus: string): Promise<CorpusScore> {
  const folder = mkdtempSync(path.join(tmpdir(), 'storyglass-corpus-'))
  const failures: string[] = []
  const hostile = new Map<string, { outcome: string; elapsedMs: number }>()
  let [benign, opened, agreed, right] = [0, 0, 0, 0]
  try {
    for (const entry of readManifest(corpus)) {
      const isBenign = !entry.hostile && entry.readers_ok >= 2
      if (isBenign) benign++
      const started = performance.now()
      const cells = await cellsOf(path.join(corpus, entry.file), path.join(folder, 'cells.json'))
      if (!isBenign) {
        const outcome = typeof cells === 'string' ? cells : 'success'
        hostile.set(entry.file, { outcome, elapsedMs: performance.now() - started })
      } else if (typeof cells !== 'string') {
        opened++
      }
      agreed += Object.keys(entry.agreed_cells).length
      if (typeof cells === 'string') {
        failures.push(`${entry.file}: ${cells}`)
        continue
      }
      const wrong = Object.entries(entry.agreed_cells).filter(([cell, expected]) => !agrees(cells[cell], expected))
      right += Object.keys(entry.agreed_cells).length - wrong.length
      const [first] = wrong
      if (first !== undefined) {
        failures.push(
          `${entry.file}: ${wrong.length} cells differ; ${first[0]} is ${first[1]}, read ${cells[first[0]]}`,
        )
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return { benign, opened, agreed, right, failures, hostile }
}

/** The cells, or the reason there are none. Only failures with a reason are expected. */
async function cellsOf(file: string, output: string): Promise<Record<string, string> | string> {
  try {
    await writeCells({ path: file, name: path.basename(file) }, output, detachedContext(), withWorkbook)
    return JSON.parse(readFileSync(output, 'utf8')) as Record<string, string>
  } catch (error) {
    if (error instanceof StoryglassError) return error.reason
    throw error
  }
}

/** The manifest gives numbers to ten significant digits or eleven characters. */
function agrees(got: string | undefined, expected: string): boolean {
  if (got === undefined || got === expected) return got === expected
  if (!got.startsWith('n') || !expected.startsWith('n')) return false
  const [value, wanted] = [Number(got.slice(1)), Number(expected.slice(1))]
  return Math.abs(value - wanted) <= 5e-9 * Math.abs(wanted)
}
